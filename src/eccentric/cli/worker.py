"""``eccentric worker``: analyses clips and does other work in the background."""

from __future__ import annotations

import os

import click


@click.command()
@click.option("--once", is_flag=True, help="End when there is nothing left to do.")
@click.option("--with-parent", type=int, metavar="PID", help="End when this process has ended (eccentric serve uses it).")
def command(once: bool, with_parent: int | None) -> None:
    """Work through what the web app has queued, such as clips to analyse; run as many as there are cores to spare.

    \b
    eccentric worker
    eccentric worker --once
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "eccentric.web.settings")
    import django

    django.setup(set_prefix=False)
    from eccentric.web.checks.tidying import tidy
    from eccentric.web.ops.working import Working

    Working(once=once, parent=with_parent, tidy=tidy).run()
