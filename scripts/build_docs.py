"""Write the generated pages of docs/: commands, schemas and the index; ``--check`` only says what is not current.

python -m scripts.build_docs [--check]
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from scripts.docs_commands import commands_page
from scripts.docs_links import broken_links
from scripts.docs_schemas import schema_files

ROOT = Path(__file__).resolve().parent.parent
KINDS = {
    "tutorial": "Learn by doing: start here",
    "how-to": "Get one thing done",
    "reference": "Look it up",
    "explanation": "Understand why",
    "decisions": "What was decided, and what for",
}


def title(page: Path) -> str:
    """A page's first heading."""
    first = next((line for line in page.read_text().splitlines() if line.startswith("# ")), f"# {page.stem}")
    return first.removeprefix("# ").strip()


def index(docs: Path, generated: dict[Path, str]) -> str:
    """The page that lists all others by kind; ``generated`` pages count as there."""
    parts = ["# Documentation\n\nThis list is written by `make docs` from the pages' headings.\n"]
    for folder, heading in KINDS.items():
        found = {page: title(page) for page in (docs / folder).glob("*.md")}
        found |= {
            page: text.splitlines()[0].removeprefix("# ")
            for page, text in generated.items()
            if page.parent == docs / folder and page.suffix == ".md"
        }
        rows = "".join(f"- [{found[page]}]({page.relative_to(docs).as_posix()})\n" for page in sorted(found))
        if rows:
            parts.append(f"## {heading}\n\n{rows}")
    return "\n".join(parts)


def generated_pages(root: Path) -> dict[Path, str]:
    """Every generated file with the text that it should have."""
    docs = root / "docs"
    pages = {docs / "reference" / "cli.md": commands_page()}
    pages |= {docs / "reference" / name: text for name, text in schema_files().items()}
    pages[docs / "README.md"] = index(docs, pages)
    return pages


def stale(pages: dict[Path, str], root: Path) -> list[str]:
    """One line for each generated file that is not what it should be, and for each schema that nothing writes."""
    problems = [
        f"{path.relative_to(root)}: expected what the code says now, found an older text. Run: make docs"
        for path, text in pages.items()
        if not path.is_file() or path.read_text() != text
    ]
    left = set((root / "docs" / "reference" / "schemas").glob("*.json")) - set(pages)
    return problems + [f"{path.relative_to(root)}: expected a schema that the code publishes, found a leftover" for path in sorted(left)]


def main() -> int:
    """Write or check; 1 with one line for each problem."""
    parser = argparse.ArgumentParser(description="Write the generated documentation.")
    parser.add_argument("--check", action="store_true", help="write nothing; fail when a page is not current or a link is broken")
    arguments = parser.parse_args()
    pages = generated_pages(ROOT)
    if not arguments.check:
        for path, text in pages.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
    problems = [*stale(pages, ROOT), *broken_links(ROOT)]
    for problem in problems:
        print(f"docs: {problem}", file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
