"""The member's training: wizard, today, programme, progress."""
