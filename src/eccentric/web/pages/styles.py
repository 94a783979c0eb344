"""Style sheets of a page: inside it for who arrives from elsewhere, linked for who comes from another page and has them already.

A page with its style inside is painted one way to the server and back sooner. The policy names each text by its hash, so that the page
stays the same for everybody who asks.
"""

from __future__ import annotations

import base64
import hashlib
import posixpath
import re
from functools import lru_cache
from pathlib import Path
from urllib.parse import urlsplit

from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

RELATIVE = re.compile(r"""url\((["']?)(?!/|data:|#)""")


def sheet(request: HttpRequest, address: str, text: str) -> SafeString:
    """A style sheet's element: its text when the person arrives from elsewhere, else a link to its address."""
    inside: set[str] | None = getattr(request, "csp_styles", None)
    if inside is None or from_here(request):
        return format_html('<link rel="stylesheet" href="{}">', address)
    inside.add(source_of(text))
    return format_html("<style>{}</style>", SafeString(text))


@lru_cache(maxsize=64)
def source_of(text: str) -> str:
    """A style sheet's text as a policy names it."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def from_here(request: HttpRequest) -> bool:
    """True when a page of this server led here, as the Referer says (our policy sends it within the server and to nobody else)."""
    return urlsplit(request.headers.get("Referer", "")).netloc == request.headers.get("Host")


@lru_cache(maxsize=64)
def static_sheet(name: str) -> tuple[str, str]:
    """The address and the text of a static style sheet; what it refers to is named from the root, so the text may stand in any page."""
    address = static(name)
    collected = Path(staticfiles_storage.path(posixpath.relpath(address, static(""))))
    path = collected if collected.is_file() else Path(str(finders.find(name)))
    return address, RELATIVE.sub(rf"url(\1{posixpath.dirname(address)}/", path.read_text(encoding="utf-8"))
