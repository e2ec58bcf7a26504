"""Run one command and print what it took; started with -I -S, so as to take nothing itself.

A process's peak memory starts with that of the one that starts it: hence not from run.py.
"""

import os
import sys
import time

QUIET = [
    (os.POSIX_SPAWN_OPEN, stream, os.devnull, flags, 0)
    for stream, flags in ((0, os.O_RDONLY), (1, os.O_WRONLY), (2, os.O_WRONLY))
]

start = time.perf_counter()
child = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ, file_actions=QUIET)
_, status, usage = os.wait4(child, 0)
wall = time.perf_counter() - start
print(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss)
sys.exit(os.waitstatus_to_exitcode(status))
