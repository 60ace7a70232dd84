from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.catalogue import CatalogueError, Category, PaintedProduct, Tag
from kiosk.catalogue_files import load_catalogue
from kiosk.money import Money
from vision.looks import Color, Finish, Kind, Layer

if TYPE_CHECKING:
    from kiosk.catalogue import Catalogue

FILE = """\
currency = "EUR"

[[product]]
id = "velvet-hour"
brand = "Atelier Noé"
kind = "lipstick"
finish = "matte"
price = 3200
size = "3.5 g"
coverage = 0.9
name = { en = "Velvet Hour", el = "Βελούδινη Ώρα", fr = "L'Heure Velours", ar = "ساعة المخمل" }
description.en = "A velvet matte."
description.el = "Βελούδινο ματ."
description.fr = "Un mat velours."
description.ar = "مطفأ مخملي."

[[product.shade]]
code = "401"
sku = "AN-401"
ean13 = "2901000104010"
color = "#C99086"
name = { en = "Bare Letter", el = "Γυμνό γράμμα", fr = "Lettre nue", ar = "رسالة عارية" }

[[product.shade]]
code = "402"
sku = "AN-402"
ean13 = "2901000104027"
color = "#AA1428"
coverage = 0.6
name = { en = "Vesper", el = "Αποσπερίτης", fr = "Étoile du soir", ar = "نجمة المساء" }
"""
OTHER = (
    FILE.replace("velvet-hour", "joue")
    .replace('"lipstick"', '"blush"')
    .replace("AN-", "JO-")
    .replace("29010001", "29020001")
)
OTHER = OTHER.replace("2902000104010", "2902000104017").replace("2902000104027", "2902000104024")


def _load(folder: Path, **files: str) -> Catalogue:
    for stem, text in files.items():
        (folder / f"{stem}.toml").write_text(text, encoding="utf-8")
    return load_catalogue(folder)


def _mistakes(folder: Path, **files: str) -> list[str]:
    """What is wrong, a line each, without the folder."""
    with pytest.raises(CatalogueError) as caught:
        _load(folder, **files)
    return str(caught.value).replace(f"{folder}/", "").splitlines()


def _complaints(folder: Path) -> list[str]:
    """What is wrong with the catalogue of a folder that may have nothing wrong with it."""
    try:
        load_catalogue(folder)
    except CatalogueError as error:
        return str(error).splitlines()
    return []


def _number_of(line: str, text: str = FILE) -> int:
    return text.splitlines().index(line) + 1


def test_a_product_is_what_its_file_says(tmp_path: Path) -> None:
    catalogue = _load(tmp_path, lips=FILE)
    product = catalogue.product("velvet-hour")
    assert isinstance(product, PaintedProduct)
    assert (product.brand, product.kind, product.finish) == ("Atelier Noé", Kind.LIPSTICK, Finish.MATTE)
    assert (product.category, product.price, product.size) == (Category.LIPS, Money(3200, "EUR"), "3.5 g")
    assert product.name.in_language("fr") == "L'Heure Velours"
    assert product.description.in_language("el") == "Βελούδινο ματ."
    assert [shade.code for shade in product.shades] == ["401", "402"]


def test_a_shade_is_found_by_its_sku(tmp_path: Path) -> None:
    catalogue = _load(tmp_path, lips=FILE)
    found = catalogue.by_sku("AN-402")
    assert found is not None
    assert (found[0].id, found[1].name["en"], found[1].ean13) == ("velvet-hour", "Vesper", "2901000104027")
    assert catalogue.by_sku("AN-499") is None


def test_a_shade_s_coverage_wins_over_its_product_s(tmp_path: Path) -> None:
    product = _load(tmp_path, lips=FILE).painted[0]
    assert [shade.layer(product).coverage for shade in product.shades] == [0.9, 0.6]


def test_a_shade_is_painted_as_the_shopper_wants(tmp_path: Path) -> None:
    product = _load(tmp_path, face=OTHER.replace('finish = "matte"', 'finish = "matte"\nstyle = "draped"')).painted[0]
    shade = product.shades[1]
    red = Color(0xAA, 0x14, 0x28)
    assert shade.layer(product) == Layer(Kind.BLUSH, red, Finish.MATTE, 0.6, "draped")
    assert shade.layer(product, 0.0, "apples") == Layer(Kind.BLUSH, red, Finish.MATTE, 0.0, "apples")


def test_products_stand_on_their_shelves_in_order(tmp_path: Path) -> None:
    catalogue = _load(tmp_path, a_face=OTHER, b_lips=FILE)
    assert [product.id for product in catalogue.products] == ["velvet-hour", "joue"]
    assert [product.id for product in catalogue.to_try(Category.FACE)] == ["joue"]
    assert catalogue.to_try(Category.BROWS) == ()


def test_french_may_keep_its_spaces(tmp_path: Path) -> None:
    text = "Osez\N{NARROW NO-BREAK SPACE}!"
    (product,) = _load(tmp_path, lips=FILE.replace("Un mat velours.", text)).products
    assert product.description["fr"] == text


@pytest.mark.parametrize(
    ("right", "wrong", "field", "complaint"),
    [
        ('color = "#AA1428"', 'color = "#GG1428"', "color", "'#GG1428' is not a colour of the form #RRGGBB"),
        (
            'ean13 = "2901000104027"',
            'ean13 = "2901000104028"',
            "ean13",
            "'2901000104028' has the wrong check digit: it should end in 7",
        ),
        ('ean13 = "2901000104027"', 'ean13 = "96385074"', "ean13", "'96385074' is not 13 digits"),
        ("coverage = 0.6", "coverage = 7", "coverage", "7 is not between 0.05 and 1"),
        ("coverage = 0.6", "coverage = nan", "coverage", "nan is not between 0.05 and 1"),
        ('code = "402"', "code = 402", "code", "402 is not text"),
        (
            'sku = "AN-402"',
            'sku = "AN 402"',
            "sku",
            "'AN 402' is not a key: letters, digits, dots, dashes and underscores, 40 at most",
        ),
    ],
)
def test_a_mistake_in_a_shade_names_its_line_and_field(
    tmp_path: Path, right: str, wrong: str, field: str, complaint: str
) -> None:
    line, text = _number_of(right), FILE.replace(right, wrong)
    shade = "2" if field == "code" else "402"
    assert _mistakes(tmp_path, lips=text) == [
        f"lips.toml:{line}: product velvet-hour, shade {shade}: {field}: {complaint}"
    ]


@pytest.mark.parametrize(
    ("right", "wrong", "field", "complaint"),
    [
        ("price = 3200", "price = -1", "price", "-1 is not between 1 and 1000000"),
        ("price = 3200", 'price = "3200"', "price", "'3200' is not a whole number"),
        ("price = 3200", "price = 32.5", "price", "32.5 is not a whole number"),
        ('kind = "lipstick"', 'kind = "lipstik"', "kind", "'lipstik' is not one of: lipstick, lip_liner, "),
        (
            'finish = "matte"',
            'finish = "mat"',
            "finish",
            "'mat' is not one of: matte, satin, gloss, sheer, metallic, shimmer",
        ),
        ('size = "3.5 g"', 'size = ""', "size", "is blank"),
        ('size = "3.5 g"', 'size = "3.5 g"\nstyle = "wing"', "style", "'wing' is not one of: full, ombre, two_tone"),
        ('size = "3.5 g"', 'size = "3.5 g"\ncolour = "red"', "colour", "is not a field that is known here"),
        ('description.ar = "مطفأ مخملي."', "", "description.ar", "is missing"),
        ('description.ar = "مطفأ مخملي."', 'description.ar = " "', "description.ar", "is blank"),
        (
            'description.ar = "مطفأ مخملي."',
            'description.ar = "a\\u202Eb"',
            "description.ar",
            "has characters that cannot be shown",
        ),
    ],
)
def test_a_mistake_in_a_product_names_its_field(
    tmp_path: Path, right: str, wrong: str, field: str, complaint: str
) -> None:
    (mistake,) = _mistakes(tmp_path, lips=FILE.replace(right, wrong))
    assert mistake.startswith("lips.toml:")
    assert f": product velvet-hour: {field}: " in mistake
    assert complaint in mistake


CREAM = """\
currency = "EUR"

[[product]]
id = "first-water"
brand = "Meltemi"
category = "care"
price = 2400
size = "50 ml"
tags = ["vegan"]
ingredients = "Aqua, Glycerin"
name = { en = "First Water", el = "Πρώτο Νερό", fr = "Première Eau", ar = "أول الماء" }
description.en = "A gel cream."
description.el = "Κρέμα τζελ."
description.fr = "Un gel-crème."
description.ar = "كريم هلامي."

[[product.variant]]
code = "50"
sku = "ME-50"
ean13 = "2901000104010"
name = { en = "50 ml", el = "50 ml", fr = "50 ml", ar = "50" }

[[product.variant]]
code = "100"
sku = "ME-100"
ean13 = "2901000104027"
price = 4200
size = "100 ml"
name = { en = "100 ml", el = "100 ml", fr = "100 ml", ar = "100" }
"""


def test_what_the_mirror_cannot_paint_is_sold_all_the_same(tmp_path: Path) -> None:
    catalogue = _load(tmp_path, care=CREAM)
    (product,) = catalogue.products
    assert (product.category, product.tags, product.ingredients) == (Category.CARE, (Tag.VEGAN,), "Aqua, Glycerin")
    assert [str(product.price_of(variant).minor) for variant in product.variants] == ["2400", "4200"]
    assert [product.size_of(variant) for variant in product.variants] == ["50 ml", "100 ml"]
    assert catalogue.painted == ()
    assert catalogue.by_sku("ME-100") == (product, product.variants[1])
    assert catalogue.shade("ME-100") is None


def test_sizes_are_compared_by_what_100_ml_cost(tmp_path: Path) -> None:
    (product,) = _load(tmp_path, care=CREAM).products
    prices = [product.unit_price_of(variant) for variant in product.variants]
    assert [(price.price.minor, str(price.per)) for price in prices if price] == [(4800, "100 ml"), (4200, "100 ml")]


@pytest.mark.parametrize(
    ("right", "wrong", "complaint"),
    [
        ('category = "care"', "", "category: is missing, and so is a kind, which would tell it"),
        ('category = "care"', 'category = "car"', "category: 'car' is not one of: lips, eyes, brows, face, care, "),
        ('category = "care"', 'category = "care"\nfinish = "matte"', "finish: is for products with a kind"),
        ('category = "care"', 'kind = "lipstick"', "finish: is missing"),
        ('size = "50 ml"', 'size = "50 ml"\ncontent = "a lot"', "content: 'a lot' is not a content such as 3.5 g, "),
        ('size = "50 ml"', 'size = "50 ml"\ncontent = "0 g"', "content: '0 g' is not a content such as 3.5 g, "),
        ('tags = ["vegan"]', 'tags = ["vegan", "vegan"]', "tags: 'vegan' is there twice"),
        ('tags = ["vegan"]', 'tags = ["vegn"]', "tags.0: 'vegn' is not one of: vegan, "),
        ('tags = ["vegan"]', 'tax = "high"', "tax: 'high' is not one of: standard, reduced, zero"),
        ('tags = ["vegan"]', 'goes_with = ["x"]', "goes_with: 'x' is no other product of this catalogue"),
        ('code = "100"', 'code = "100"\ncolor = "#FFFFFF"', "color: is not a field that is known here"),
    ],
)
def test_a_mistake_in_what_is_not_painted_names_its_line_and_field(
    tmp_path: Path, right: str, wrong: str, complaint: str
) -> None:
    mistakes = _mistakes(tmp_path, care=CREAM.replace(right, wrong))
    line = _number_of(right, CREAM) + wrong.count("\n")
    assert any(mistake.startswith("care.toml:") and complaint in mistake for mistake in mistakes), mistakes
    if wrong and "kind" not in wrong and "finish" not in wrong:
        assert mistakes[0].startswith(f"care.toml:{line}: product first-water")


def test_a_shade_with_more_colours_than_its_kind_has_is_a_mistake(tmp_path: Path) -> None:
    two = 'accents = ["#FFFFFF", "#000000"]'
    text = FILE.replace('sku = "AN-402"', f'sku = "AN-402"\n{two}')
    place = f"lips.toml:{_number_of(two, text)}: product velvet-hour, shade 402"
    assert _mistakes(tmp_path, lips=text) == [f"{place}: accents: there are 2 accents, 1 is the most for lipstick"]


def test_a_two_tone_lipstick_is_painted_in_both_its_colours(tmp_path: Path) -> None:
    text = FILE.replace('sku = "AN-402"', 'sku = "AN-402"\naccents = ["#FFFFFF"]')
    product = _load(tmp_path, lips=text).painted[0]
    assert product.shades[1].layer(product).accents == (Color(255, 255, 255),)


def test_a_language_that_the_shop_does_not_have_is_a_mistake(tmp_path: Path) -> None:
    german = 'description.de = "Samt."'
    text = FILE.replace("description.en", f"{german}\ndescription.en")
    assert _mistakes(tmp_path, lips=text) == [
        f"lips.toml:{_number_of(german, text)}: product velvet-hour: description.de: is not a field that is known here"
    ]


def test_all_mistakes_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    lips = FILE.replace("#C99086", "red").replace("price = 3200", "price = 0")
    mistakes = _mistakes(tmp_path, lips=lips, face=OTHER.replace('"EUR"', '"EURO"'), eyes="currency = ")
    assert [mistake.split(":")[0] for mistake in mistakes] == ["eyes.toml", "face.toml", "lips.toml", "lips.toml"]


@pytest.mark.parametrize(
    ("own", "taken", "field", "first"),
    [
        ("JO-402", "AN-401", "sku", "shade 401"),
        ("2902000104024", "2901000104010", "ean13", "shade 401"),
    ],
)
def test_a_key_is_taken_once_in_all_files(tmp_path: Path, own: str, taken: str, field: str, first: str) -> None:
    (mistake,) = _mistakes(tmp_path, a=FILE, b=OTHER.replace(own, taken))
    assert mistake.startswith("b.toml:")
    assert f"product joue, shade 402: {field}: '{taken}' is taken already, by a.toml:" in mistake
    assert mistake.endswith(f"product velvet-hour, {first}")


def test_two_products_cannot_have_one_id(tmp_path: Path) -> None:
    (mistake,) = _mistakes(tmp_path, a=FILE, b=OTHER.replace("joue", "velvet-hour").replace('"40', '"50'))
    assert (
        mistake == "b.toml:4: product velvet-hour: id: 'velvet-hour' is taken already, by a.toml:4: product velvet-hour"
    )


def test_two_shades_of_a_product_cannot_have_one_code(tmp_path: Path) -> None:
    (mistake,) = _mistakes(tmp_path, a=FILE.replace('"402"', '"401"'))
    assert "shade 401: code: '401' is taken already" in mistake


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("currency = [", "is not TOML: "),
        ("product = 3", "product: 3 is not a list"),
        ('currency = "EUR"\nproduct = [3]', "product 1: 3 is not a table"),
        ('currency = "EUR"\nproduct = []', "product: is empty"),
        ("x = " + "[" * 100_000, "has tables and lists more than 20 deep"),
    ],
)
def test_a_file_that_is_no_catalogue_is_told_so(tmp_path: Path, text: str, complaint: str) -> None:
    assert any(complaint in mistake for mistake in _mistakes(tmp_path, odd=text))


VALUES = [
    "1",
    "-0.0",
    "nan",
    "-inf",
    "9" * 400,
    "9" * 5000,
    "1e999",
    "true",
    '""',
    '"x"',
    "[]",
    "[[]]",
    "{}",
    "{ en = 1 }",
    "1979-05-27",
]


@given(
    st.dictionaries(
        st.integers(0, len(FILE.splitlines()) - 1), st.sampled_from([*VALUES, None]), min_size=1, max_size=4
    )
)
def test_whatever_stands_in_a_file_is_read_or_refused_in_sentences(changes: dict[int, str | None]) -> None:
    lines = FILE.splitlines()
    for number, value in changes.items():
        lines[number] = "" if value is None else f"{lines[number].partition(' = ')[0]} = {value}"
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "odd.toml").write_text("\n".join(lines), encoding="utf-8")
        mistakes = _complaints(Path(folder))
        assert all(mistake.startswith(folder) for mistake in mistakes)
        assert all(len(mistake) < 300 for mistake in mistakes)


def test_of_very_many_mistakes_the_first_are_told_and_the_others_counted(tmp_path: Path) -> None:
    many = "".join(f"field{n} = {n}\n" for n in range(3000))
    mistakes = _mistakes(tmp_path, cheeks=OTHER.replace("color", "colour"), lips=many + FILE)
    assert len(mistakes) == 51
    assert mistakes[0].startswith("cheeks.toml:")
    assert mistakes[-1] == "and 2,954 more"


def test_of_very_many_keys_that_are_taken_the_first_are_told(tmp_path: Path) -> None:
    mistakes = _mistakes(tmp_path, **{f"lips{n}": FILE for n in range(40)})
    assert len(mistakes) == 51
    assert mistakes[-1] == f"and {39 * 7 - 50} more"


def test_a_folder_without_a_catalogue_is_told_so(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match="there is no catalogue here"):
        load_catalogue(tmp_path / "nowhere")


def test_a_folder_that_cannot_be_looked_into_is_told_so(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match="folder cannot be read: File name too long"):
        load_catalogue(tmp_path / ("x" * 300))
