"""The session of today: to do, to log, and after."""
