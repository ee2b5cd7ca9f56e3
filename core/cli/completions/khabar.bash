# Completion of khabar for bash. Installed as share/bash-completion/completions/khabar.
_khabar() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}
  COMPREPLY=()
  if ((COMP_CWORD == 1)); then
    COMPREPLY=($(compgen -W 'analyze stream help --help --version' -- "$word"))
    return
  fi
  case $before in
    --offsets) COMPREPLY=($(compgen -W 'utf16 codepoints bytes' -- "$word")); return ;;
    --format) COMPREPLY=($(compgen -W 'json' -- "$word")); return ;;
    --published | --jobs) return ;;
    --lexicon) compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -- "$word")); return ;;
  esac
  case ${COMP_WORDS[1]} in
    help) COMPREPLY=($(compgen -W 'analyze stream' -- "$word")) ;;
    analyze)
      if [[ $word == -* ]]; then
        COMPREPLY=($(compgen -W '--published --explain --pretty --format --offsets --lexicon --jobs --help' -- "$word"))
      else
        compopt -o filenames 2>/dev/null
        COMPREPLY=($(compgen -f -- "$word"))
      fi
      ;;
    stream) COMPREPLY=($(compgen -W '--jobs --offsets --published --lexicon --help' -- "$word")) ;;
  esac
}
complete -F _khabar khabar
