"""What can be compared: quantities, dates, units and the verdicts between them; pure."""
