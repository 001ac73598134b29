/* SPDX-License-Identifier: GPL-3.0-or-later
 * The house's database: opened once, on the main thread, with the keys of one signed-in person and a
 * policy that is asked before every read and write (docs/architecture.md, "Store").
 */
#pragma once

#include "core/clock.h"
#include "core/policy.h"
#include "core/record.h"
#include "store/query.h"
#include "vault/keyring.h"

G_BEGIN_DECLS

typedef enum {
  HEARTH_STORE_ERROR_KEY,        /* the key does not open this file */
  HEARTH_STORE_ERROR_NEWER,      /* made by a newer Hearth; nothing was touched */
  HEARTH_STORE_ERROR_LOCKED,     /* another Hearth has this house open */
  HEARTH_STORE_ERROR_CORRUPT,    /* damaged file; the message says where */
  HEARTH_STORE_ERROR_FULL,       /* no room on the disk */
  HEARTH_STORE_ERROR_IO,         /* the system's words in the message */
  HEARTH_STORE_ERROR_READ_ONLY,  /* folder or file may not be written */
  HEARTH_STORE_ERROR_NETWORK,    /* the folder is on a network file system */
  HEARTH_STORE_ERROR_NOT_A_HOUSE,/* no house.db and house.keys here */
  HEARTH_STORE_ERROR_EXISTS,     /* there is a house here already */
  HEARTH_STORE_ERROR_CONFLICT,   /* saved by somebody else meanwhile */
  HEARTH_STORE_ERROR_CONSTRAINT,
  HEARTH_STORE_ERROR_INVALID,    /* the record has problems: see the out argument */
  HEARTH_STORE_ERROR_DENIED,     /* the policy says no */
  HEARTH_STORE_ERROR_CLOSED_RECORD, /* signed, append-only or in error: may not be changed */
  HEARTH_STORE_ERROR_NOT_FOUND,
  HEARTH_STORE_ERROR_CANCELLED,
  HEARTH_STORE_ERROR_TOO_LARGE,  /* a file beyond what may be attached */
  HEARTH_STORE_ERROR_NOT_HELD,   /* a compartment's key that the person signed in does not hold */
  HEARTH_STORE_ERROR_LAST_HOLDER,/* nobody else holds the compartment's key */
  HEARTH_STORE_ERROR_FIRST_PASSWORD, /* of who has not chosen a password of their own: a key waits until then */
  HEARTH_STORE_ERROR_OTHER_HOUSE, /* a copy of another house */
  HEARTH_STORE_ERROR_EARLIER_KEY, /* a copy from before the house key was replaced */
  HEARTH_STORE_ERROR_LENT, /* the folder is only lent to the sandbox: its locks keep nobody out */
} HearthStoreError;

#define HEARTH_STORE_ERROR (hearth_store_error_quark ())
GQuark hearth_store_error_quark (void);

#define HEARTH_TYPE_STORE (hearth_store_get_type ())
G_DECLARE_FINAL_TYPE (HearthStore, hearth_store, HEARTH, STORE, GObject)

/**
 * hearth_store_create:
 * @folder: holds house.keys of @keyring already (hearth_vault_create ()), and no house.db
 * @house: the singular "house" record; @account: the first "account", whose id must be the keyring's
 *   person. Both are saved without asking @policy.
 */
HearthStore *hearth_store_create (const char *folder,
                                  HearthKeyring *keyring,
                                  HearthPolicy *policy,
                                  HearthClock *clock,
                                  HearthRecord *house,
                                  HearthRecord *account,
                                  GError **error);

/** Opens, after migrating when the file is older (a verified copy is kept first). */
HearthStore *hearth_store_open (const char *folder,
                                HearthKeyring *keyring,
                                HearthPolicy *policy,
                                HearthClock *clock,
                                GError **error);

/** Checkpoints and closes; wipes nothing of the keyring. Every later call fails. Closing twice is fine. */
void hearth_store_close (HearthStore *store);

const char *hearth_store_get_folder (HearthStore *store);
HearthClock *hearth_store_get_clock (HearthStore *store);
HearthPolicy *hearth_store_get_policy (HearthStore *store);
/** The signed-in person's own account, always readable to them (for the recovery sheet: NULL). */
HearthRecord *hearth_store_get_account (HearthStore *store);
/** The "house" record: name, organisation, whether it is the demo. */
HearthRecord *hearth_store_get_house (HearthStore *store);
/** Whether the disk is full or failing, so that nothing more is written; notifies "read-only". */
bool hearth_store_is_read_only (HearthStore *store);

/**
 * hearth_store_save:
 * @record: new (revision 0; an id that was set before is kept) or as loaded and then changed
 * @reason: (nullable): why, for the audit row
 * @problems: (out) (optional) (transfer full): with INVALID, every problem at once
 *
 * One transaction: policy, checks, revision check (CONFLICT), changed columns, revision row, signed
 * audit row, index and search text. On success the record has its id, code, revision and stamps and
 * "saved" is emitted. A record nothing changed in is saved without a trace. Withheld columns stay.
 */
bool hearth_store_save (HearthStore *store,
                        HearthRecord *record,
                        const char *reason,
                        GPtrArray **problems,
                        GError **error);

/** Signs a record of a HEARTH_LIFE_SIGNED type: from now on only addenda or "entered in error". */
bool hearth_store_sign (HearthStore *store, HearthRecord *record, GError **error);
/** Marks a record "entered in error", which it stays; @reason is required. */
bool hearth_store_mark_in_error (HearthStore *store,
                                 HearthRecord *record,
                                 const char *reason,
                                 GError **error);

/** After the policy's answers have changed: lists ask again, and records in memory are filled anew from the database, so
 * that what may not be seen any more is withheld and what may be seen is there. */
void hearth_store_reread (HearthStore *store);

/** Several saves in one transaction, all or none: import, demo. No nesting. */
bool hearth_store_begin (HearthStore *store, GError **error);
bool hearth_store_commit (HearthStore *store, GError **error);
void hearth_store_roll_back (HearthStore *store);

/** The record with @id, of whatever type; identity-mapped: the same object while somebody holds it.
 * Transfer full. NOT_FOUND, DENIED. */
HearthRecord *hearth_store_load (HearthStore *store, const char *id, GError **error);
/** The resident with short code @code, any case; transfer full. */
HearthRecord *hearth_store_load_resident (HearthStore *store, const char *code, GError **error);

/** Records @query asks for, as a live #GListModel of #HearthRecord that holds ids and fetches pages of 64;
 * it follows saves. Transfer full. */
GListModel *hearth_store_list (HearthStore *store, const HearthQuery *query, GError **error);
/** How many records; what the policy forbids is not counted. */
gint64 hearth_store_count (HearthStore *store, const HearthQuery *query, GError **error);

/** Title of the record that a LINK names, or of all that LINKS name, as one list; "" for what is gone or not for this
 * reader. Transfer full. */
char *hearth_store_dup_link_title (HearthStore *store, const char *link);

/** One version of a record: what was saved, when, by whom. */
typedef struct {
  gint64 revision;
  char *saved_at; /* instant */
  char *saved_by; /* account id */
  char *reason;
  char *action; /* "create", "change", "sign" or "in-error" */
  char *role; /* code of the role that the person had then; "recovery" for the recovery sheet */
  HearthRecord *record; /* as it was; sealed text is withheld */
  GPtrArray
    *resealed; /* of const HearthField: sealed ones the reader may read whose text this version changed */
} HearthRevision;
void hearth_revision_free (HearthRevision *revision);
/** Oldest first; of HearthRevision; transfer full. Leaves an audit row, "view", when it tells of tiers 3 and 4. */
GPtrArray *hearth_store_list_revisions (HearthStore *store, const char *id, GError **error);

/** What went wrong, and what to do next, in the reader's language: for any error of vault or store.
 * Transfer full. */
char *hearth_store_error_to_sentence (const GError *error);

/** @seconds until the next password is heard. For dialogs. Transfer full. */
char *hearth_store_describe_wait (unsigned int seconds);

G_END_DECLS
