#!/bin/sh
exec sh "$(dirname "$(readlink -f "$0")")/support/start.sh" install
