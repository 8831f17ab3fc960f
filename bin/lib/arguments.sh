# shellcheck shell=bash
# What people say for a stack's name and for files, as Pulumi takes it. Sourced after common.sh; `root` is the project's
# folder, and `checkout` its own path.

while read -r key project; do
  [ "$key" != name: ] || break
done <"$root/Pulumi.yaml"

settings_of() { printf '%s/stacks/Pulumi.%s.yaml' "$root" "$1"; }

# Whether the caller stands outside the project, where Pulumi would not find it.
is_outside() {
  case $PWD/ in
    "$checkout"/* | "$root"/*) return 1 ;;
  esac
}

# set_name STACK: sets `name` to the stack's own. A settings file's name or path means the stack whose settings these
# are; a whole name, with organization and project, must be one of this project.
set_name() {
  local of
  name=$1
  case ${1##*/} in
    Pulumi.?*.yaml)
      name=${1##*/}
      name=${name#Pulumi.}
      name=${name%.yaml}
      [ ! -f "$1" ] || [ "$1" -ef "$(settings_of "$name")" ] ||
        die "$1 is not among the settings in $checkout/stacks: copy it there, or say --config-file $1"
      ;;
    *)
      case $1 in
        # No name at all, which pulumi will say.
        */ | /* | *//* | ./* | */./* | ../* | */../*) return 0 ;;
        */*/*)
          of=${1%/*}
          [ "${of##*/}" = "$project" ] || die "$1 is a stack of another project: this one is $project"
          ;;
      esac
      name=${1##*/}
      ;;
  esac
}

# set_file FILE: sets `file` to a path that means the same in the folder in which Pulumi is started.
set_file() {
  file=$1
  case $1 in
    '' | - | /*) ;;
    *) ! is_outside || file=$PWD/$1 ;;
  esac
}

# Sets `kind` to what follows an option as a word of its own: a stack, a file, another value, or nothing. The words before
# it name the command, of which some have options of their own.
set_kind() {
  kind=''
  case $1 in
    -s | --stack) kind=stack ;;
    -C | --cwd | --file | --config-file | --save-plan | --plan | --import-file | --out | --event-log | --policy-pack | --policy-pack-config) kind=file ;;
    -c | --config | -m | --message) kind=value ;;
    -f | -o) [ "$2" != " import" ] || kind=file ;;
  esac
}

# translate_arguments ARGUMENTS...: sets `arguments` to the same with stacks by their own names, and with files that mean
# what they meant to the caller.
translate_arguments() {
  local argument option kind='' words='' name file
  arguments=()
  while [ $# -gt 0 ]; do
    argument=$1 option=''
    shift
    case $kind$argument in
      --)
        arguments+=("$argument" "$@")
        return 0
        ;;
      -*=*)
        option=${argument%%=*}=
        set_kind "${argument%%=*}" "$words"
        argument=${argument#*=}
        ;;
    esac
    case $kind:$option$argument:$words in
      stack:*) set_name "$argument" && argument=$name ;;
      # The last is the file that the command writes.
      file:* | :[!-]*:" stack graph") set_file "$argument" && argument=$file ;;
    esac
    arguments+=("$option$argument")
    case $kind$option in
      '')
        set_kind "$argument" "$words"
        case $argument in
          -*) ;;
          *) words="$words $argument" ;;
        esac
        ;;
      *) kind='' ;;
    esac
  done
}
