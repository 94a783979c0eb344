"""People of this server: signing in, second factor, sessions, preferences."""
