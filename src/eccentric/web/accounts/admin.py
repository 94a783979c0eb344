"""People in the admin: their account, never their training."""

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin

from eccentric.web.accounts.models import User

admin.site.register(User, UserAdmin)
