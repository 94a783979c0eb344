"""Today's forms, as a browser without scripts sends them."""

from __future__ import annotations

import re

from django.test import Client


def forms(client: Client) -> list[dict[str, str]]:
    """The hidden and number fields of each form that logs a set, as a browser would send them."""
    html = client.get("/today/").content.decode()
    found = []
    for form in re.findall(r'<form class="set".*?</form>', html, re.DOTALL):
        fields = re.findall(r'<input type="(?:hidden|number)"[^>]*?name="([^"]+)"[^>]*?value="([^"]*)"', form)
        found.append({name: value.replace("&quot;", '"') for name, value in fields})
    return found
