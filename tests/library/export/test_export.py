from __future__ import annotations

import html.parser
import json
import re
import time
from pathlib import Path

import pytest
from tests.library.builders import exercise_table, library_of

from eccentric.library.export.json_ld import json_ld, script
from eccentric.library.export.plain import LibraryFile, library_json, page_markdown
from eccentric.library.export.site import page_html, tempo_parts, write_site
from eccentric.library.read import Library, read_library
from eccentric.terms.errors import BadInput


class Links(html.parser.HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value for name, value in attrs if name in ("href", "src") and value]
        self.ids += [value for name, value in attrs if name == "id" and value]


def links(path: Path) -> Links:
    parser = Links()
    parser.feed(path.read_text(encoding="utf-8"))
    return parser


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    write_site(read_library(), folder)
    return folder


def test_the_site_needs_no_network_and_every_link_leads_somewhere(site: Path) -> None:
    ids = {path.name: set(links(path).ids) for path in site.glob("*.html")}
    for path in site.glob("*.html"):
        for link in links(path).found:
            assert "//" not in link, (path.name, link)
            name, _, anchor = link.partition("#")
            assert (site / (name or path.name)).is_file(), (path.name, link)
            assert not anchor or anchor in ids[name or path.name], (path.name, link)


def test_a_page_carries_how_to_and_plans_as_linked_data(site: Path) -> None:
    text = (site / "nordic-curl.html").read_text(encoding="utf-8")
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL)
    assert found is not None
    graph = json.loads(found[1])["@graph"]
    assert [thing["@type"] for thing in graph] == ["HowTo", *["ExercisePlan"] * 5]
    assert graph[0]["name"] == "Nordic curl"


def test_what_people_type_is_found_but_not_shown(site: Path) -> None:
    page = read_library().exercises["lying-leg-curl"]
    assert "lieing leg curl" in page.searched_as
    shown = (site / "lying-leg-curl.html").read_text(encoding="utf-8")
    assert "prone leg curl" in shown
    assert not [typed for typed in page.searched_as if typed in shown]


def test_linked_data_cannot_end_its_script(tmp_path: Path) -> None:
    page = library_of(tmp_path, a=exercise_table(summary="Bad </script><script>alert(1)</script>")).exercises["a"]
    assert "</script>" not in script(page)
    assert json.loads(script(page)) == json_ld(page)


def test_markup_in_a_page_stays_text(tmp_path: Path) -> None:
    library = library_of(tmp_path, a=exercise_table(name="<b>Curl</b> & co", summary="1 < 2 <img src=x onerror=alert(1)>"))
    text = page_html(library.exercises["a"], library)
    assert "<img" not in text
    assert "&lt;b&gt;Curl&lt;/b&gt; &amp; co" in text


def test_unverified_claims_are_marked_on_the_page(tmp_path: Path) -> None:
    claim = exercise_table()["evidence"][0] | {"verified": False}
    library = library_of(tmp_path, a=exercise_table(evidence=[claim]))
    page = library.exercises["a"]
    assert re.search(r'badge doubt">grade B, unverified<', page_html(page, library))
    assert "(grade B, unverified) Maker and others (2020)" in page_markdown(page, library)


def test_markdown_has_every_section_once(tmp_path: Path) -> None:
    library = library_of(tmp_path, a=exercise_table())
    titles = re.findall(r"^## (.*)$", page_markdown(library.exercises["a"], library), re.MULTILINE)
    assert titles == ["Not now if", "Set up", "Do it", "Tips", "How much", "Common mistakes", "Questions", "Evidence"]


def test_json_comes_back_as_the_same_library(tmp_path: Path) -> None:
    library: Library = library_of(tmp_path, a=exercise_table())
    again = LibraryFile.model_validate_json(library_json(library))
    assert {page.id: page for page in again.exercises} == library.exercises
    assert {source.id: source for source in again.sources} == library.sources


def test_a_tempo_shows_only_the_phases_that_take_time() -> None:
    assert tempo_parts("3-0-1-0.5") == [("ecc", 3.0), ("con", 1.0), ("pause", 0.5)]


def test_a_folder_that_cannot_be_written_is_bad_input(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("", encoding="utf-8")
    with pytest.raises(BadInput, match="a folder that can be written"):
        write_site(library_of(tmp_path / "library", a=exercise_table()), tmp_path / "taken")


@pytest.mark.slow
def test_the_whole_site_takes_less_than_five_seconds(tmp_path: Path) -> None:
    began = time.process_time()
    write_site(read_library(), tmp_path)
    assert time.process_time() - began < 5
