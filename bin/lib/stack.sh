# shellcheck shell=bash
# Which stack a command is about, and what the sandbox prepares for it. Sourced after arguments.sh; `home` is the
# sandbox's folder, pulumi is on PATH and its environment is set.

# read_arguments ARGUMENTS...: sets `command`, `subcommand`, `stack`, `sets_config` and `config_file`. Only reads: what pulumi
# gets is not touched.
read_arguments() {
  local argument expect=''
  command='' subcommand='' stack='' sets_config='' config_file=''
  for argument in "$@"; do
    case $expect in
      stack) stack=$argument ;;
      config_file) config_file=$argument ;;
    esac
    if [ -n "$expect" ]; then
      expect=''
      continue
    fi
    case $argument in
      --) break ;;
      --stack | -s) expect=stack ;;
      --stack=*) stack=${argument#--stack=} ;;
      -s=*) stack=${argument#-s=} ;;
      -s?*) stack=${argument#-s} ;;
      --config-file) expect=config_file ;;
      --config-file=*) config_file=${argument#--config-file=} ;;
      -c | --config) sets_config=yes expect=value ;;
      -c?* | --config=*) sets_config=yes ;;
      -C | --cwd | --color | -v | --verbose | --tracing | --profiling | --memprofilerate) expect=value ;;
      -h | --help)
        command=''
        return 0
        ;;
      -*) ;;
      *)
        if [ -z "$command" ]; then
          command=$argument
        elif [ -z "$subcommand" ]; then
          subcommand=$argument
        fi
        ;;
    esac
  done
}

stack_exists() {
  [ -e "$backend/.pulumi/stacks/$project/$1.json" ] || [ -e "$backend/.pulumi/stacks/$project/$1.json.gz" ]
}

selected_stack() { pulumi stack --show-name 2>/dev/null </dev/null || true; }

# Creates a stack that has settings but no state yet; the first one becomes the selected one. Pulumi writes a
# new stack's encryption salt into its settings file, so the stack is made from an empty project of the same
# name, and the user's file stays as it is.
ensure_stack() {
  local name=$1 seed=$home/seed
  if [ ! -f "$(settings_of "$name")" ]; then
    stack_exists "$name" || list_settings "$name"
    return 0
  fi
  stack_exists "$name" && return 0
  mkdir -p "$seed"
  printf 'name: %s\nruntime: java\n' "$project" >"$seed/Pulumi.yaml"
  rm -f "$seed/Pulumi.$name.yaml"
  say "creating the stack $name"
  if ! pulumi --cwd "$seed" stack init "$name" --no-select >"$home/logs/stack-init.log" 2>&1 </dev/null; then
    stack_exists "$name" || {
      cat "$home/logs/stack-init.log" >&2
      die "the stack $name could not be created"
    }
  fi
  [ -n "$(selected_stack)" ] || pulumi stack select "$name" >/dev/null </dev/null
}

# Sets `names`: the stacks that have settings.
read_names() {
  local file
  names=()
  for file in "$root"/stacks/Pulumi.*.yaml; do
    [ -f "$file" ] || continue
    file=${file##*/Pulumi.}
    names+=("${file%.yaml}")
  done
}

list_settings() {
  local names
  read_names
  say "there is no stacks/Pulumi.$1.yaml; there are settings for: ${names[*]:-none}"
}

# Sets `name` to the only stack that has settings; where there are several, whoever means one must say so.
choose_only() {
  local names
  read_names
  if [ "${#names[@]}" = 1 ]; then
    name=${names[0]}
  elif needs_cloud; then
    die "name a stack with --stack, or select one: ${names[*]:-none}"
  fi
}

# prepare_stack: the named stack, else the selected one, else the only one; sets `stack` to it.
prepare_stack() {
  local name=${stack:-${PULUMI_STACK:-}}
  case "$command $subcommand" in
    "stack init" | "stack ls" | "stack rm" | "stack select" | "stack unselect" | "new "*) return 0 ;;
  esac
  [ -n "$name" ] || name=$(selected_stack)
  [ -n "$name" ] || choose_only
  name=${name##*/}
  case $name in
    '' | *[!A-Za-z0-9_.-]*) return 0 ;;
  esac
  mend "$name"
  ensure_stack "$name"
  stack=$name
  shadow_settings "$name"
}

# Pulumi rewrites a stack's settings file whenever it works with it: the encryption salt, spacing, even types.
# So every command but `config`, whose purpose it is to change the file, reads a copy. Whatever names a secrets
# provider is left out there: the sandbox's own one, kept in its state, takes over and no real one is asked.
# Settings that hold encrypted values need their real provider, so they are copied as they are.
shadow_settings() {
  local original shadow=$home/stacks/Pulumi.$1.yaml
  original=$(settings_of "$1")
  case $command in
    config | deployment) return 0 ;;
  esac
  [ -f "$original" ] || return 0
  own_folders "$home/stacks"
  if holds_secrets "$original" "$1"; then
    cp "$original" "$shadow.$$"
  else
    export PULUMI_CONFIG_PASSPHRASE=$sandbox_passphrase
    unset PULUMI_CONFIG_PASSPHRASE_FILE
    sed -E 's/^(encryptionsalt|encryptedkey|secretsprovider):/# &/' "$original" >"$shadow.$$"
  fi
  mv -f "$shadow.$$" "$shadow"
  export PULUMI_OPTION_CONFIG_FILE=$shadow
  [ -z "$sets_config" ] || say "a setting given on the command line holds for this run; bin/sandbox config set keeps one"
}

# holds_secrets FILE STACK: whether a settings file has encrypted values, in whatever form of YAML: pulumi says
# so, without a passphrase. It need not be asked where the key of such a value can't be, not even escaped.
holds_secrets() {
  local copy=$home/asked.$$.yaml answer
  # To its end: who stops at the first one ends tr by a signal, which counts as none found.
  tr -d '\000' <"$1" | grep -E 'secure|\\' >/dev/null || return 1
  cp "$1" "$copy"
  answer=$(PULUMI_OPTION_CONFIG_FILE=$copy pulumi config --json --stack "$2" 2>/dev/null </dev/null || true)
  rm -f "$copy"
  grep -q '^    "secret": true' <<<"$answer"
}

no_secrets="the sandbox keeps no secrets: its passphrase is public. Set PULUMI_CONFIG_PASSPHRASE to your own, or use pulumi config set"

# refuse_secrets ARGUMENTS...: a secret set through the sandbox would be encrypted with a passphrase that anyone
# can read here. What is plainly one is refused before pulumi asks for its value; the rest by what the file says.
refuse_secrets() {
  local argument
  [ "$command" = config ] && [ -z "$user_passphrase" ] || return 0
  for argument in "$@"; do
    case $argument in
      --secret | --secret=true) die "$no_secrets" ;;
      --) return 0 ;;
    esac
  done
}

# config_without_secrets ARGUMENTS...: pulumi config; takes back what made the settings file hold secrets.
config_without_secrets() {
  local file=${config_file:-$(settings_of "$stack")} before=$home/before.$$.yaml status=0
  if [ -f "$file" ]; then cp "$file" "$before"; else : >"$before"; fi
  pulumi "$@" || status=$?
  if [ -f "$file" ] && ! cmp -s "$file" "$before" && holds_secrets "$file" "$stack" && ! holds_secrets "$before" "$stack"; then
    cat "$before" >"$file"
    rm -f "$before"
    die "$no_secrets"
  fi
  rm -f "$before"
  exit "$status"
}
