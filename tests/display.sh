# SPDX-License-Identifier: GPL-3.0-or-later
#
# A virtual display for tests and for the pictures of ./dev tour. Sourced; adds to the array "started".

# A number that nobody uses. Never one found by Xvfb itself: it takes the lock file of a display that
# lives in another process namespace for a stale one and removes that display's socket.
free_display_number () {
  local n
  while :; do
    n=$((100 + RANDOM % 30000))
    [ -e "/tmp/.X$n-lock" ] || [ -e "/tmp/.X11-unix/X$n" ] || break
  done
  printf '%s\n' "$n"
}

start_display () { # folder
  local folder=$1 number ready attempt
  mkfifo "$folder/display" "$folder/manager"
  for attempt in 1 2 3; do
    number=$(free_display_number)
    Xvfb ":$number" -screen 0 1600x1000x24 -nolisten tcp -noreset -dpi 96 -displayfd 4 \
      4>"$folder/display" 2>"$folder/xvfb.log" &
    started+=("$!")
    # Blocks until the server answers, or ends.
    if read -r ready <"$folder/display" && [ -n "$ready" ]; then
      break
    fi
    ready=
  done
  if [ -z "$ready" ]; then
    cat "$folder/xvfb.log" >&2
    return 1
  fi
  export DISPLAY=:$number
  openbox --sm-disable --startup "sh -c 'echo ready >$folder/manager'" >"$folder/openbox.log" 2>&1 &
  started+=("$!")
  read -r -t 30 ready <>"$folder/manager" || { cat "$folder/openbox.log" >&2; return 1; }
  mkdir -p "$XDG_CONFIG_HOME/gtk-4.0"
  # Without hinting, because small letters lose their dots with it.
  printf '%s\n' '[Settings]' gtk-enable-animations=false gtk-cursor-blink=false gtk-double-click-time=1 gtk-xft-hinting=0 \
    gtk-font-name='Noto Sans 11' >"$XDG_CONFIG_HOME/gtk-4.0/settings.ini"
}
