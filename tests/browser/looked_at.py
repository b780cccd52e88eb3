"""What is wrong with a page, as sentences: found with axe, by measuring, and by the keys."""

from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

MOST_BYTES = 100_000
_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
#: A phone of 320, and 200 % on a screen of 1280.
WIDTHS = (320, 640)

#: Only what is wrong is told at length, and nothing is fetched once more.
_AXE = """runOnly => axe.run(document, {
    runOnly, resultTypes: ['violations'], preload: false, iframes: false})
  .then(found => found.violations.map(each =>
    `${each.id}: ${each.nodes.length} × ${each.nodes[0].html.slice(0, 160)}`))"""

_JAPANESE = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = [];
  for (let node; (node = walker.nextNode());) {
    const of = node.parentElement.closest('[lang]');
    if (/[\\u3040-\\u30ff\\u4e00-\\u9fff]/.test(node.data) && of.lang !== 'ja'
      && !node.parentElement.closest('textarea')) found.push(node.data.trim());
  }
  return found;
}"""

#: What the Tab key has to come to: of radio buttons of one name, one. A date has several stops.
_CONTROLS = """() => {
  const names = new Set();
  const all = [...document.querySelectorAll(
    'a[href], button, input, select, textarea, summary, [tabindex="0"]')];
  const reached = all.filter(each => {
    if (each.disabled || each.type === 'hidden' || each.tabIndex < 0) return false;
    if (!each.checkVisibility({visibilityProperty: true})) return false;
    if (each.type === 'radio') {
      const name = `${each.form && each.form.action}:${each.name}`;
      if (names.has(name)) return false;
      names.add(name);
    }
    return true;
  });
  window.toReach = new Map(reached.map(each =>
    [each.type === 'radio' ? `radio:${each.name}` : each, each.outerHTML.slice(0, 140)]));
  window.unseen = [];
  document.addEventListener('focusin', () => {
    const here = document.activeElement;
    window.toReach.delete(here.type === 'radio' ? `radio:${here.name}` : here);
    const style = getComputedStyle(here);
    if (style.outlineStyle === 'none' && style.boxShadow === 'none') {
      window.unseen.push(here.outerHTML.slice(0, 140));
    }
  });
  return reached.length + 8 * reached.filter(each => /^date/.test(each.type)).length;
}"""
_WIDEST = """width => [...document.querySelectorAll('main *, header *')].filter(each =>
  each.getBoundingClientRect().right > width + 1 && !each.closest('.scroll'))
  .slice(0, 3).map(each => each.outerHTML.slice(0, 100))"""


class Axe:
    """axe in a page, put there once."""

    def __init__(self, page: Page) -> None:
        self._page = page
        page.evaluate(AXE_SCRIPT + ";0")

    def all(self) -> list[str]:
        """What it finds by all rules."""
        return self._found("tag", *_TAGS)

    def contrast(self) -> list[str]:
        """What is too faint: all that another theme changes."""
        return self._found("rule", "color-contrast")

    def _found(self, of: str, *values: str) -> list[str]:
        found: list[str] = self._page.evaluate(_AXE, {"type": of, "values": values})
        return found


def too_wide(page: Page) -> list[str]:
    """At which widths the page has to be scrolled sideways."""
    found, size = [], page.viewport_size
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        wide = page.evaluate("document.documentElement.scrollWidth")
        if wide > width:
            found.append(f"{wide} px on a screen of {width}: {page.evaluate(_WIDEST, width)}")
    assert size is not None
    page.set_viewport_size(size)
    return found


def structure(page: Page, lang: str) -> list[str]:
    """One heading of the page, its language, and nothing in Japanese that says so nowhere."""
    found = []
    if page.locator("h1").count() != 1:
        found.append(f"{page.locator('h1').count()} h1")
    if page.locator("html").get_attribute("lang") != lang:
        found.append("html lang")
    if lang == "en":
        found += [f"Japanese: {each}" for each in page.evaluate(_JAPANESE)]
    return found


def not_by_keys(page: Page) -> list[str]:
    """Controls that the Tab key does not come to, and such that do not show it."""
    page.evaluate("document.activeElement.blur(); window.scrollTo(0, 0)")
    for _ in range(page.evaluate(_CONTROLS) + 5):
        page.keyboard.press("Tab")
    missed: dict[str, list[Any]] = page.evaluate(
        "({missed: [...toReach.values()], unseen: [...new Set(unseen)]})"
    )
    return [f"{how}: {each}" for how, them in missed.items() for each in them]
