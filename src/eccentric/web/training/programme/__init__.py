"""The programme: weeks, moves, prices, calendar and paper."""
