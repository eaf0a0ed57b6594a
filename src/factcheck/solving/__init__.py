"""Constraints to minimal conflicts: values of one key, distances between events, parts of a whole."""
