"""``eccentric admin``: lets a person run the server, or gives them a new password."""

from __future__ import annotations

import os

import click

from eccentric.terms.errors import BadInput, Problem, bad_input


@click.command()
@click.argument("name")
@click.option("--new-password", is_flag=True, help="Ask for a new password for an account that exists: the server sends no mail.")
@click.option("--take-away", is_flag=True, help="The person no longer runs the server; the account stays.")
def command(name: str, new_password: bool, take_away: bool) -> None:
    """Let NAME run the server: see its page, jobs and accounts. An account that does not exist is made.

    Who runs the server sees people's accounts, never their training.

    \b
    eccentric admin anna
    eccentric admin anna --new-password
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "eccentric.web.settings")
    import django

    django.setup(set_prefix=False)
    from eccentric.web.start import migrate

    migrate()
    from eccentric.web.accounts.models import User

    person = User.objects.filter(username=name).first()
    if person is None and (take_away or new_password):
        raise bad_input("NAME", "an account of this server", name)
    made = person is None
    person = person or User(username=name)
    if made or new_password:
        person.set_password(_password(person))
    if made or not new_password:
        person.is_staff = person.is_superuser = not take_away
    person.save()
    click.echo(
        f"{name} {'runs' if person.is_staff else 'does not run'} the server{'; the password is new' if made or new_password else ''}."
    )


def _password(person: object) -> str:
    """Ask for a password twice; one that is too weak raises BadInput with every reason."""
    from django.contrib.auth.password_validation import validate_password
    from django.core.exceptions import ValidationError

    given: str = click.prompt("Password", hide_input=True, confirmation_prompt=True)
    try:
        validate_password(given, person)  # type: ignore[arg-type]
    except ValidationError as error:
        raise BadInput(Problem("password", "one that is hard to guess", reason) for reason in error.messages) from None
    return given
