"""Messages are named by codes that both catalogs have, with the values that they show."""

import importlib
import re
from functools import cache
from string import Formatter

from tests.wording.codes import (
    Named,
    forms_in,
    named_in,
    not_codes,
    sources,
    template_texts,
    templates,
    texts_in,
)

JA, EN = (importlib.import_module(f"wording.{lang}").MESSAGES for lang in ("ja", "en"))
CATALOGS = ("wording/ja/", "wording/en/")


#: Files whose errors still hold sentences.
NOT_YET: tuple[str, ...] = ()


@cache
def all_named() -> list[Named]:
    """Every message that the product names."""
    return [
        *(each for path, tree in sources() for each in named_in(path, tree)),
        *(each for _, named in templates() for each in named),
    ]


def fields(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}


def test_every_message_that_is_named_stands_in_both_catalogs() -> None:
    assert [f"{each.place} {each.code}" for each in all_named() if each.code not in JA] == []
    assert JA.keys() == EN.keys()


def test_every_message_is_given_the_values_that_it_shows() -> None:
    lacking = [
        f"{each.place} {each.code}: {sorted(missing)}"
        for each in all_named()
        if each.params is not None
        and (missing := fields(JA.get(each.code, "")) - each.params - {"at"})
    ]

    assert lacking == []


def test_no_error_is_raised_with_a_sentence() -> None:
    found = [
        each for path, tree in sources() if path not in NOT_YET for each in not_codes(path, tree)
    ]

    assert found == []


def test_no_message_is_there_that_nobody_says() -> None:
    said = {
        text for path, tree in sources() if not path.startswith(CATALOGS) for text in texts_in(tree)
    }

    said |= {text for text, begins in template_texts() if not begins}
    made = [form for _, tree in sources() for form in forms_in(tree)]
    made += [
        re.compile(f"{text}[a-z0-9_]+")
        for text, begins in template_texts()
        if begins and re.fullmatch(r"[a-z]+_[a-z_]*", text)
    ]
    dead = [code for code in JA.keys() - said if not any(form.fullmatch(code) for form in made)]

    assert sorted(dead) == []
