/* SPDX-License-Identifier: GPL-3.0-or-later
 * A command of hearthctl: a row of the table in commands.c, and what every command is handed.
 */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/** What a script can rely on (hearthctl(1)). */
typedef enum {
  HEARTH_EXIT_DONE = 0,
  HEARTH_EXIT_FAILED = 1,
  HEARTH_EXIT_BAD_INPUT = 2,
  HEARTH_EXIT_DENIED = 3,
} HearthExit;

typedef struct _HearthCommand HearthCommand;

/**
 * HearthCall:
 * @arguments: what is left of the command line behind the options; NULL-ended
 * @store, @keyring: of the signed-in person; NULL for a command that opens no house
 */
typedef struct {
  const HearthCommand *command;
  GStrv arguments;
  HearthClock *clock;
  HearthStore *store;
  HearthKeyring *keyring;
  char *house;
  char *user;
  char *password_file;
} HearthCall;

/** How much of a house a command needs before it runs. */
typedef enum {
  HEARTH_NEEDS_NOTHING,
  HEARTH_NEEDS_KEYS,  /* a signed-in person: the house may be damaged */
  HEARTH_NEEDS_STORE, /* the open house, too */
} HearthNeeds;

/** What an argument is. One that is missing here cannot be given, so that no command writes unseen. */
typedef enum {
  HEARTH_TAKES_NO_MORE, /* ends the list */
  HEARTH_TAKES_WORD,
  HEARTH_TAKES_READ,    /* a path that is left as it is */
  HEARTH_TAKES_WRITTEN, /* a path that is written to */
} HearthTakes;

#define HEARTH_MOST_ARGUMENTS 2

struct _HearthCommand {
  const char *name;
  const char *arguments;   /* as the usage line shows them; "" for none */
  const char *summary;     /* N_(): one line */
  const char *description; /* N_() or NULL: what --help says below the options */
  char *(*describe) (void); /* the same, where it has to be put together; transfer full */
  HearthTakes takes[HEARTH_MOST_ARGUMENTS];
  bool or_more; /* than those */
  HearthNeeds needs;
  const GOptionEntry *options; /* of this command alone, or NULL; a file that one names is written to */
  const char *reads;           /* the one option that names a file to read, or NULL */
  HearthExit (*run) (HearthCall *call);
};

extern const HearthCommand hearth_commands_audit[]; /* each ends with a NULL name */
extern const HearthCommand hearth_commands_create[];
extern const HearthCommand hearth_commands_records[];
extern const HearthCommand hearth_commands_report[];
extern const HearthCommand hearth_commands_safety[];

/** Reads the options of @command and runs it. @argc, @argv: from the command's own name on. */
HearthExit hearth_command_run (const HearthCommand *command, int argc, char **argv);

/** Whether @text is a day in ISO form; NULL, an option not given, is fine too. */
bool hearth_command_is_day (const char *text);

/** Opens the house of a signed-in @call that did without so far. */
bool hearth_call_open_store (HearthCall *call, GError **error);

/** Writes @sentence as one line to stderr and gives @status. */
HearthExit hearth_command_fail (HearthExit status, const char *sentence);
/** @error in words, and the exit status that belongs to it. */
HearthExit hearth_command_fail_with_error (const GError *error);
/** Every problem as one JSON line on stderr. */
HearthExit hearth_command_fail_with_problems (const HearthRecordType *type, GPtrArray *problems);
/** How far a long command is, for who sits at a terminal; a #HearthProgressFunc. */
void hearth_command_show_progress (double fraction, gpointer user_data);
/** One JSON line about @field, "" for the record as a whole. */
void hearth_command_print_problem (const char *field, const char *reason);

G_END_DECLS
