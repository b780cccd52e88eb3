"""Hours of work as sentences say them."""

from models.hours import PER_HOUR


def spoken(amount: int) -> str:
    """Quarters in a Japanese sentence: `31` is `7時間45分`."""
    sign, amount = ("−", -amount) if amount < 0 else ("", amount)
    hours, rest = divmod(amount, PER_HOUR)
    minutes = f"{rest * 15}分" if rest else ""
    return f"{sign}{hours:,}時間{minutes}" if hours or not rest else f"{sign}{minutes}"
