#!/usr/bin/env bash
# Collects what is to be translated (no argument), or starts a language (its code) and compiles what is there.
# Catalogs stand where Open edX looks for them: translations/LANGUAGE/LC_MESSAGES/text.mo.
set -euo pipefail
cd "$(dirname "$0")/essay_scorer_xblock"
pybabel -q extract -F ../babel.cfg -k N -k self.say -k say -k RefusedError:3 -k ReadingError:2 --no-location \
  --omit-header --sort-output -o translations/text.pot .
if [ $# -gt 0 ]; then
  [ -e "translations/$1" ] || pybabel init -D text -i translations/text.pot -d translations -l "$1"
  pybabel update -D text -i translations/text.pot -d translations -l "$1"
  pybabel compile -D text -d translations -l "$1"
fi
