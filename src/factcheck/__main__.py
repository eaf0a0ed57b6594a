"""`python -m factcheck`: the command without its script."""

from factcheck.cli import main

if __name__ == "__main__":
    main()
