"""Django for tests: settings of the server with a data folder that ends with the run. Import before anything of eccentric.web."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile

if "DJANGO_SETTINGS_MODULE" not in os.environ:
    folder = tempfile.mkdtemp(prefix="eccentric-test-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    os.environ["ECCENTRIC_DATA"] = folder
    os.environ["DJANGO_SETTINGS_MODULE"] = "eccentric.web.settings"

import django

django.setup(set_prefix=False)
