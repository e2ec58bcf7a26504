"""Exit with 0 if this Python can run the program: `check.py VERSION...`, any Python may be asked.

The wheels hold compiled code, for one system, one processor and the versions given.
"""

import sys
import sysconfig
from pathlib import Path

PLATFORM = Path(__file__).with_name("platform.txt")

if __name__ == "__main__":
    is_wanted = "%d.%d" % sys.version_info[:2] in sys.argv[1:]  # noqa: UP031  # an old Python reads this too
    sys.exit(not is_wanted or sysconfig.get_platform() != PLATFORM.read_text().strip())
