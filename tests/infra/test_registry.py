"""The registry against the official counts: 1,741 municipalities, each once, none a ward."""

import time
from collections import Counter
from typing import Any

import pytest

from infra.registry import Registry
from infra.registry.merged import GONE
from models.codes import MunicipalityCode, check_digit, prefecture_code
from tests.known import known

#: Municipalities of each prefecture, the 23 special wards of Tokyo included.
PREFECTURES = {
    "01": ("北海道", 179),
    "02": ("青森県", 40),
    "03": ("岩手県", 33),
    "04": ("宮城県", 35),
    "05": ("秋田県", 25),
    "06": ("山形県", 35),
    "07": ("福島県", 59),
    "08": ("茨城県", 44),
    "09": ("栃木県", 25),
    "10": ("群馬県", 35),
    "11": ("埼玉県", 63),
    "12": ("千葉県", 54),
    "13": ("東京都", 62),
    "14": ("神奈川県", 33),
    "15": ("新潟県", 30),
    "16": ("富山県", 15),
    "17": ("石川県", 19),
    "18": ("福井県", 17),
    "19": ("山梨県", 27),
    "20": ("長野県", 77),
    "21": ("岐阜県", 42),
    "22": ("静岡県", 35),
    "23": ("愛知県", 54),
    "24": ("三重県", 29),
    "25": ("滋賀県", 19),
    "26": ("京都府", 26),
    "27": ("大阪府", 43),
    "28": ("兵庫県", 41),
    "29": ("奈良県", 39),
    "30": ("和歌山県", 30),
    "31": ("鳥取県", 19),
    "32": ("島根県", 19),
    "33": ("岡山県", 27),
    "34": ("広島県", 23),
    "35": ("山口県", 19),
    "36": ("徳島県", 24),
    "37": ("香川県", 17),
    "38": ("愛媛県", 20),
    "39": ("高知県", 34),
    "40": ("福岡県", 60),
    "41": ("佐賀県", 20),
    "42": ("長崎県", 21),
    "43": ("熊本県", 45),
    "44": ("大分県", 18),
    "45": ("宮崎県", 26),
    "46": ("鹿児島県", 43),
    "47": ("沖縄県", 41),
}


@pytest.fixture(scope="module")
def registry() -> Registry:
    return Registry()


def test_there_are_1741_municipalities_and_47_prefectures(registry: Registry) -> None:
    municipalities = registry.municipalities()

    assert len({place.code for place in municipalities}) == len(municipalities) == 1741
    assert sum(count for _, count in PREFECTURES.values()) == 1741
    assert len(PREFECTURES) == 47


@pytest.mark.parametrize("number", PREFECTURES)
def test_each_prefecture_has_the_official_number_of_municipalities(
    registry: Registry, number: str
) -> None:
    name, count = PREFECTURES[number]

    own, *municipalities = registry.codes(number)

    assert own == prefecture_code(number)
    assert registry.name(own) == name
    assert len(municipalities) == count
    assert {known(registry.place(code)).prefecture for code in municipalities} == {name}


def test_kinds_add_up_to_the_official_numbers(registry: Registry) -> None:
    kinds = Counter(place.name[-1] for place in registry.municipalities())

    assert kinds == {"市": 792, "町": 743, "村": 183, "区": 23}


def test_every_code_has_its_check_digit(registry: Registry) -> None:
    codes = [code for number in PREFECTURES for code in registry.codes(number)]

    assert all(check_digit(code[:5]) == code[5] for code in codes)


@pytest.mark.parametrize(
    ("code", "name", "kana"),
    [
        ("011002", "札幌市", "さっぽろし"),
        ("221309", "浜松市", "はままつし"),
        ("341002", "広島市", "ひろしまし"),
        ("141305", "川崎市", "かわさきし"),
        ("141500", "相模原市", "さがみはらし"),
        ("072036", "郡山市", "こおりやまし"),
        ("232149", "蒲郡市", "がまごおりし"),
        ("292036", "大和郡山市", "やまとこおりやまし"),
        ("133817", "三宅村", "みやけむら"),
        ("134015", "八丈町", "はちじょうまち"),
        ("103446", "榛東村", "しんとうむら"),
        ("133612", "大島町", "おおしままち"),
        ("131016", "千代田区", "ちよだく"),
    ],
)
def test_names_are_those_of_the_municipality_itself(
    registry: Registry, code: str, name: str, kana: str
) -> None:
    place = known(registry.place(code))

    assert (place.name, place.kana) == (name, kana)


def test_a_ward_of_a_designated_city_is_not_a_municipality(registry: Registry) -> None:
    wards_outside_tokyo = [
        place
        for place in registry.municipalities()
        if place.name.endswith("区") and place.prefecture != "東京都"
    ]

    assert wards_outside_tokyo == []
    assert not registry.known("011011")  # 札幌市中央区


def test_minamimaki_is_in_two_prefectures_and_always_shown_with_its_own(registry: Registry) -> None:
    assert registry.find("南牧村") == ["103837", "203050"]
    assert registry.find("南牧村", pool_id="20") == ["203050"]
    assert registry.name("203050") == "南牧村（長野県）"
    assert registry.name("103837") == "南牧村（群馬県）"
    assert registry.name("202011") == "長野市"


def test_25_names_exist_in_more_than_one_prefecture(registry: Registry) -> None:
    times = Counter(place.name for place in registry.municipalities())

    assert len([name for name, count in times.items() if count > 1]) == 25


@pytest.mark.parametrize(
    "text",
    [
        "203050",
        "２０３０５０",
        "南牧村（長野県）",
        "南牧村(長野県)",
        "長野県南牧村",
        "長野県南佐久郡南牧村",
        "南佐久郡南牧村",
        " 南牧村 （長野県） ",
    ],
)
def test_a_place_is_found_by_every_unambiguous_way_of_writing_it(
    registry: Registry, text: str
) -> None:
    assert registry.find(text) == ["203050"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("ﾏﾂﾓﾄｼ", "202029"),
        ("まつもとし", "202029"),
        ("マツモトシ", "202029"),
        # The official list writes 須恵町, the addresses 須惠町.
        ("須恵町", "403440"),
        ("須惠町", "403440"),
        ("檜原村", "133078"),
        ("桧原村", "133078"),
        ("茅ヶ崎市", "142077"),
        ("茅ケ崎市", "142077"),
        ("長野県", "200000"),
    ],
)
def test_searches_fold_width_kana_and_old_forms(registry: Registry, text: str, code: str) -> None:
    assert registry.find(text) == [code]


@pytest.mark.parametrize(
    "text", ["葛\U000e0100城市", "葛城市\u200b", "\ufeff\ufeff葛城市", "葛\ufe00城市"]
)
def test_characters_nobody_sees_do_not_hide_a_place(registry: Registry, text: str) -> None:
    assert registry.find(text) == ["292117"]
    assert registry.suggest(text)[0] == "292117"


@pytest.mark.parametrize("text", ["", "　", "佐久", "市", "20305", "ない村"])
def test_a_name_that_is_not_whole_is_not_found(registry: Registry, text: str) -> None:
    assert registry.find(text) == []


def test_near_names_are_suggested_the_nearest_first(registry: Registry) -> None:
    def names(text: Any, pool_id: Any = None) -> Any:
        return [registry.name(code) for code in registry.suggest(text, pool_id=pool_id)]

    assert names("佐久", "20")[:2] == ["佐久市", "佐久穂町"]
    assert names("松元市", "20") == ["松本市"]
    assert names("20217", "20") == ["佐久市"]
    assert names("") == []
    assert names("zzzz") == []


def test_an_unknown_code_is_its_own_name(registry: Registry) -> None:
    assert registry.name("209999") == "209999"
    assert registry.place("209999") is None
    assert not registry.known("209999")


def test_it_is_read_once_and_within_a_second() -> None:
    reads = []

    def source() -> Any:
        from infra.registry.source import installed

        reads.append(1)
        return installed()

    registry = Registry(source)
    begun = time.perf_counter()
    for _ in range(3):
        registry.find("長野市")
        registry.name("202011")

    assert len(reads) == 1
    # About 0.05 s on a laptop; ten times that on a busy machine still is not felt.
    assert time.perf_counter() - begun < 1


@pytest.mark.parametrize("code", GONE)
def test_a_code_that_vanished_is_known_by_its_old_name_and_its_successor(
    registry: Registry, code: str
) -> None:
    gone = GONE[MunicipalityCode(code)]

    assert check_digit(code[:5]) == code[5]
    assert not registry.known(code)
    assert registry.known(gone.successor)
    assert registry.successor(code) == gone.successor
    assert registry.successor(gone.successor) is None
    assert registry.name(code) == gone.name
    assert registry.find(code) == [code]
