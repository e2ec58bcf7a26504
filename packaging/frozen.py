"""Where the executable begins: the program itself."""

import multiprocessing

from noticegen.__main__ import main

if __name__ == "__main__":
    multiprocessing.freeze_support()  # a process started for --jobs must not start the program anew
    main()
