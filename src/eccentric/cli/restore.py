"""``eccentric restore``: a backup becomes the server's database and files."""

from __future__ import annotations

import os
from pathlib import Path

import click

from eccentric.terms.errors import bad_input


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--replace", is_flag=True, help="Replace what the server has now; needed when it has accounts.")
def command(file: Path, replace: bool) -> None:
    """Bring back the backup in FILE. Stop the server first.

    Every file in the backup is checked before anything changes; a damaged backup changes nothing. A server that already has accounts
    needs --replace, since what it has now is then gone: make a backup of it before.

    \b
    eccentric restore eccentric-monday.zip
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "eccentric.web.settings")
    import django

    django.setup(set_prefix=False)
    from eccentric.web.accounts.models import User
    from eccentric.web.ops.restore import restore
    from eccentric.web.start import migrate

    migrate()
    there = User.objects.filter(demo=False).count()
    if there and not replace:
        raise bad_input("the server", "no accounts but the demo's, or --replace", f"{there:,}")
    manifest = restore(file)
    migrate()
    click.echo(f"Restored {len(manifest.files):,} files of the backup of {manifest.made_at}.")
