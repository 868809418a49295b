#!/usr/bin/env bash
# An example: a few months of a small chess club, under the rulebook for associations. All names are invented.
# 示例：一个小社团的几个月，用社团的规则。人名都是编的。
#
#   examples/club.sh DIR        makes the directory
set -eu

dir=$1
number=0

# on DAY COMMAND…: runs a command on that day. ZHIBU_SEED makes the ids the same each time.
on() {
    number=$((number + 1))
    local day=$1
    shift
    ZHIBU_TODAY=$day ZHIBU_SEED=$number zhibu -C "$dir" --lang en --quiet --no-commit "$@"
}

mkdir -p "$dir"
on 2026-09-01 init --name "Riverside Chess Club" --rulebook association
on 2026-09-01 group add "Youth group" --id youth --from 2025-01-01
on 2026-09-01 group add "League team" --id league --from 2025-01-01

for name in "Ada Berg" "Ben Okafor" "Carla Ruiz" "David Kim" "Ella Novak" "Femi Ade"; do
    on 2026-09-01 member add "$name" --standing member --from 2025-01-01 --group youth
done
for name in "Greta Lund" "Hugo Petit" "Ines Costa" "Jan Visser" "Kira Wolf" "Liam Byrne"; do
    on 2026-09-01 member add "$name" --standing member --from 2025-01-01 --group league
done
on 2026-09-01 member add "Mona Haddad" --standing guest

on 2026-09-01 member post "Ada Berg" chair --from 2026-01-17
on 2026-09-01 member post "Hugo Petit" vice-chair --from 2026-01-17
on 2026-09-01 member post "Ines Costa" secretary --from 2026-01-17
on 2026-09-01 member post "Jan Visser" treasurer --from 2026-01-17
on 2026-09-01 member post "Carla Ruiz" board-member --from 2026-01-17

on 2026-09-03 meeting log board --time 19:00-20:30 --topic "Autumn programme" --absent "Jan Visser:work"
on 2026-09-12 meeting log workshop --lecturer "Greta Lund" --present "Ben Okafor,Ella Novak,Femi Ade" --observer "Mona Haddad" --topic "Endgames with rooks" --link teaching
on 2026-09-19 meeting log group --group youth --time 10:00-12:00 --absent "David Kim:ill" --late "Femi Ade"
on 2026-10-01 meeting log board --time 19:00-20:15 --topic "Budget of the tournament" --decision "Spend 300 on clocks" --votes 4,1,0
on 2026-10-10 meeting log outing --present "Ada Berg,Ben Okafor,Carla Ruiz,Kira Wolf" --topic "City tournament" --link events
on 2026-10-24 meeting log volunteer --present "Liam Byrne,Ines Costa" --topic "Chess in the library" --link community
on 2026-11-05 meeting log board --time 19:00-20:00 --topic "General meeting"
on 2026-11-14 meeting log general --time 15:00-17:00 --absent "Femi Ade:family,Kira Wolf:travel" --topic "Report of the board" --decision "The report is accepted" --votes 10,0,0
on 2026-11-16 points award "Hugo Petit" organized 3 --note "City tournament" --link events --by "Ines Costa"

on 2026-11-16 study log "Ada Berg,Ben Okafor,Greta Lund" 4 --title "First aid"
on 2026-11-16 accept open-seats meetings/2026/2026-09-12-workshop.toml --why "nobody noted who else came" --by "Ines Costa"
