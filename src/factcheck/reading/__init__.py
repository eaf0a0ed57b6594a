"""From an article to statements: numerals, dates, names, clauses and the reader that joins them."""
