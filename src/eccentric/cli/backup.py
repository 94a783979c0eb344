"""``eccentric backup``: the server's database and kept files as one archive."""

from __future__ import annotations

import os
from pathlib import Path

import click

from eccentric.terms.errors import bad_input


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--replace", is_flag=True, help="Write over FILE if it is there.")
def command(file: Path, replace: bool) -> None:
    """Write a backup of the server to FILE (a zip); the server may go on running.

    The archive holds everybody's training, the clips they keep and the server's secret: keep it where only you can read it. People who
    erase themselves later are still in older backups: delete those too.

    \b
    eccentric backup eccentric-monday.zip
    """
    if file.exists() and not replace:
        raise bad_input(str(file), "a name that is free, or --replace", "a file that is there")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "eccentric.web.settings")
    import django

    django.setup(set_prefix=False)
    from eccentric.web.ops.backup import write_backup

    manifest = write_backup(file)
    click.echo(f"Wrote {file}: {len(manifest.files):,} files, {file.stat().st_size / 1e6:.1f} MB.")
