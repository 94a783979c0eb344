from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

from tests.library.builders import exercise_table, library_of

from eccentric.library.graph import graph_svg, graph_text, rungs
from eccentric.library.read import Library, read_library


def ladder(tmp_path: Path) -> Library:
    tables = {name: exercise_table(name=f"Curl {name}", also_called=[]) for name in "abcd"}
    for easier, harder in ("ab", "bc", "ac", "cd"):
        tables[easier]["ladder"]["harder"].append(harder)
        tables[harder]["ladder"]["easier"].append(easier)
    return library_of(tmp_path, **tables)


def test_a_rung_is_one_above_the_highest_below(tmp_path: Path) -> None:
    assert rungs(ladder(tmp_path)) == {"a": 0, "b": 1, "c": 2, "d": 3}


def test_the_text_indents_by_rung_and_says_what_comes_next(tmp_path: Path) -> None:
    assert graph_text(ladder(tmp_path)).splitlines() == [
        "KNEE FLEXION",
        "  Curl a  > b, c",
        "  · Curl b  > c",
        "  · · Curl c  > d",
        "  · · · Curl d",
    ]


def test_the_drawing_has_every_name_and_every_step(tmp_path: Path) -> None:
    svg = graph_svg(ladder(tmp_path), link="{}.html")
    root = ElementTree.fromstring(svg)
    texts = [text.text for text in root.iter("{http://www.w3.org/2000/svg}text")]
    assert {"Curl a", "Curl b", "Curl c", "Curl d"} <= set(texts)
    assert len(list(root.iter("{http://www.w3.org/2000/svg}path"))) == 4
    assert 'href="a.html"' in svg


def test_a_loop_does_not_hang_the_graph(tmp_path: Path) -> None:
    tables = {name: exercise_table(name=f"Curl {name}", also_called=[]) for name in "ab"}
    for one, other in ("ab", "ba"):
        tables[one]["ladder"] = {"easier": [other], "harder": [other], "instead": []}
    assert set(rungs(library_of(tmp_path, **tables))) == {"a", "b"}


def test_no_two_names_of_the_packaged_ladder_share_a_place() -> None:
    root = ElementTree.fromstring(graph_svg(read_library()))
    places = [(dot.attrib["cx"], dot.attrib["cy"]) for dot in root.iter("{http://www.w3.org/2000/svg}circle")]
    assert len(places) == len(set(places)) == len(read_library().exercises)
