"""Tags for pages that hold the library's drawings."""

from __future__ import annotations

from django import template
from django.template import Context
from django.urls import reverse
from django.utils.safestring import SafeString

from eccentric.web.library.looks import stylesheet, stylesheet_version
from eccentric.web.pages.styles import sheet

register = template.Library()


@register.simple_tag(takes_context=True)
def drawings_style(context: Context) -> SafeString:
    """The style of the drawings, linked or inside the page."""
    return sheet(context["request"], f"{reverse('library_pages:drawings')}?v={stylesheet_version()}", stylesheet())
