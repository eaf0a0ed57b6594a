"""Where things stand: files, spans, prose and quotations, in untouched text."""
