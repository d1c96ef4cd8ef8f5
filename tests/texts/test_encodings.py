"""Encodings: declared, told, or asked; never wrong in silence."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.texts.made_up_titles import ENCODED, LANGUAGES, WESTERN, titles
from texts.encodings import TWICE, detect, is_encoding, read_as, undoubled

RECORD = "TY  - JOUR\nTI  - {}\nAU  - Smith, John\nER  - \n"


def found(data):
    return detect(io.BytesIO(data))


def written(text, encoding):
    """A text's bytes; in the last of the encodings those of UTF-8 read twice."""
    if encoding != TWICE:
        return text.encode(encoding)
    return text.encode().decode("cp1252", "control_characters").encode()


def test_no_title_is_wrong_in_silence():
    files = {**ENCODED, **dict.fromkeys(WESTERN, ("mac_roman", TWICE))}
    wrong, not_offered = [], []
    for language, encodings in files.items():
        for encoding in encodings:
            for title in titles(language):
                text = RECORD.format(title)
                data = written(text, encoding)
                said = found(data)
                if said.alternatives:
                    offered = [read_as(data, name) for name in said.alternatives]
                    not_offered += [] if text in offered else [(encoding, title)]
                elif read_as(data, said.encoding) != text:
                    wrong.append((encoding, title, said.encoding))
    assert (wrong, not_offered) == ([], [])


def test_letters_of_a_macintosh_that_look_like_others_are_asked():
    for title in ("Año 2012", "El col·legi", "Paral·lel", "Intel·ligència"):
        data = written(RECORD.format(title), "mac_roman")
        assert "mac-roman" in found(data).alternatives, title
    for title in ("El col·legi", "A halál okai", "Találat"):
        assert not found(written(RECORD.format(title), "cp1252")).alternatives, title


def test_few_files_in_utf_8_and_windows_1252_are_asked():
    asked, read = [], 0
    for language in (*WESTERN, *LANGUAGES):
        encodings = ("utf-8", "cp1252") if language in WESTERN else ("utf-8",)
        for encoding in encodings:
            for title in titles(language):
                data = RECORD.format(title).encode(encoding)
                said = found(data)
                asked += [title] if said.alternatives else []
                read += read_as(data, said.encoding) == RECORD.format(title)
    assert len(asked) <= 0.02 * read
    assert len(asked) + read >= 1500


POLISH = "Skuteczność żywienia"
DECLARATIONS = [
    '<?xml version="1.0" encoding="{}"?><records><title>{}</title></records>',
    "<?xml version='1.0' encoding = '{}' ?>\n<a>{}</a>",
    'Content: text/plain; charset="{}"\n\nTY  - JOUR\nTI  - {}',
    "% Encoding: {}\n\n@article{{a, title={{{}}}}}",
    "% -*- coding: {} -*-\n@article{{a, title={{{}}}}}",
]  # fmt: skip


@pytest.mark.parametrize("encoding", ["cp1250", "iso-8859-2"])
def test_a_declaration_is_obeyed(encoding):
    for form in DECLARATIONS:
        text = form.format(encoding, POLISH)
        said = found(text.encode(encoding))
        assert said.alternatives == (), form
        assert read_as(text.encode(encoding), said.encoding) == text


def test_a_declaration_that_does_not_hold_is_asked():
    text = DECLARATIONS[0].format("gbk", "Größe und Verlauf der Müdigkeit")
    assert found(text.encode()).alternatives == ("utf-8", "gbk")
    said = found(DECLARATIONS[0].format("utf-8", POLISH).encode("cp1250"))
    assert {"cp1250", "iso8859_2"} <= set(said.alternatives)


def test_a_question_shows_the_files_own_lines_in_each_alternative():
    text = RECORD.format("中药治疗糖尿病的临床观察")
    shown = found(text.encode("gbk")).shown
    lines = {each["encoding"]: each["lines"] for each in shown}
    assert lines["gb18030"] == ["TI  - 中药治疗糖尿病的临床观察"]
    assert len(lines) > 3 and len({str(said) for said in lines.values()}) == len(lines)


def test_a_few_odd_lines_of_many_ask_nothing():
    many = "".join(RECORD.format(title) for title in titles("French"))
    assert found((many + "AU  - Guðmundsson, Þór\n").encode("cp1252")).encoding == (
        "cp1252"
    )
    assert found(many.encode("cp1252")).alternatives == ()


def test_names_of_encodings():
    assert all(map(is_encoding, ["gbk", "GB18030", "cp1250", "shift_jis", TWICE]))
    assert not any(map(is_encoding, ["", "base64", "no such", "a\0b"]))
    assert undoubled("GrÃ¶ÃŸe â€“ 5 °C") == "Größe – 5 °C"


@given(st.binary(max_size=80))
def test_any_bytes_are_told_or_asked(data):
    said = found(data)
    for name in (said.encoding, *said.alternatives):
        read_as(data, name)
    assert all(each["lines"] for each in said.shown)
