"""How training goes: charts that begin with what they show."""
