#!/bin/sh
# Find a Python and run the program with it: start.sh install|drop|command [ARGUMENT...]
here=$(cd "$(dirname "$0")/.." && pwd)
mode=$1
shift
wanted='3.13 3.12 3.11'

stop() {
    cat "$here/support/$1.txt" >&2
    wait_for_reader
    exit 1
}

wait_for_reader() {
    if [ "$mode" = drop ] && [ -t 0 ]; then
        printf '\n按回车键关闭。'
        read -r _
    fi
}

fits() {
    # The versions are words: unquoted on purpose.
    "$1" -I "$here/support/check.py" $wanted >/dev/null 2>&1
}

find_python() {
    for python in "$here"/python*/bin/python3 python3.13 python3.12 python3.11 python3; do
        if fits "$python"; then
            return
        fi
    done
    stop no-python
}

if [ "$mode" != install ]; then
    [ -f "$here/program/__main__.py" ] || stop not-installed
    for version in $wanted; do
        [ -f "$here/program/python-$version" ] && wanted=$version && break
    done
fi
find_python
case $mode in
install) exec "$python" -I "$here/support/install.py" ;;
command) exec "$python" -I "$here/program" "$@" ;;
drop)
    "$python" -I "$here/support/drop.py" "$@"
    code=$?
    wait_for_reader
    exit $code
    ;;
esac
