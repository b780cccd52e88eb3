"""National holidays in English, by the names that the law gives them."""

from wording.reader import Reader

_ENGLISH = {
    "元日": "New Year's Day",
    "成人の日": "Coming of Age Day",
    "建国記念の日": "National Foundation Day",
    "天皇誕生日": "Emperor's Birthday",
    "春分の日": "Vernal Equinox Day",
    "昭和の日": "Showa Day",
    "憲法記念日": "Constitution Day",
    "みどりの日": "Greenery Day",
    "こどもの日": "Children's Day",
    "海の日": "Marine Day",
    "山の日": "Mountain Day",
    "敬老の日": "Respect for the Aged Day",
    "秋分の日": "Autumnal Equinox Day",
    "スポーツの日": "Sports Day",
    "文化の日": "Culture Day",
    "勤労感謝の日": "Labour Thanksgiving Day",
    "国民の休日": "Citizens' Holiday",
    "振替休日": "substitute holiday",
    "": "offices closed",
}


def holiday(reader: Reader, name: str, rest: str = "") -> str:
    """A holiday by its name; without one it is a day on which the offices are closed."""
    if reader.lang == "ja":
        return name or "閉庁日"
    return " ".join(_ENGLISH.get(part, part) for part in name.split(" "))
