# Prints "found" if completing a command line shows a text: complete.zsh DIRECTORY TEXT LINE
zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell "PS1=; unsetopt zle_bracketed_paste 2>/dev/null; fpath=($PWD/$1 \$fpath); autoload -U compinit; compinit -u -D; setopt list_ambiguous; print rea''dy"
read_until() {
  local line all=
  while zpty -r -m shell line "*$1*" 2>/dev/null; do
    all+=$line
    [[ $all == *$1* ]] && return 0
  done
  return 1
}
read_until ready || exit 1
zpty -n -w shell "$3"$'\t\t'
read_until "$2" && print found
zpty -d shell
