/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the files of the store share: its structure, changes in one transaction with their audit row, and the
 * parts that saving, listing and verifying ask of one another.
 */
#pragma once

#include "store/audit.h"
#include "store/db.h"
#include "store/store.h"

G_BEGIN_DECLS

#define HEARTH_HASH_BYTES 32

/** The last row of the audit chain; sequence 0 and all zero before the first. */
typedef struct {
  gint64 sequence;
  guint8 hash[HEARTH_HASH_BYTES];
  gint64 at; /* seconds since 1970 */
} HearthAuditHead;

struct _HearthStore {
  GObject parent_instance;

  char *folder;
  HearthKeyring *keyring;
  HearthPolicy *policy;
  HearthClock *clock;

  HearthDb *db; /* NULL once closed */
  int lock_fd;
  bool read_only;

  HearthRecord *account; /* NULL for the recovery sheet */
  HearthRecord *house;
  GHashTable *live; /* id → HearthRecord, weak */
  GPtrArray *lists; /* of HearthRecordList, weak */

  char *boot_id;
  char *sign_in_id;
  HearthAuditHead head; /* of the committed chain, or of the transaction under way */
  HearthAuditHead committed_head;

  /* A batch: hearth_store_begin (). */
  bool in_batch;
  bool batch_failed;      /* a save stopped half-way: the batch can only be rolled back */
  GPtrArray *batch_undo;  /* of HearthUndo */
  GPtrArray *batch_saved; /* of HearthRecord, for "saved" after the commit */
};

/* --- changes (store.c) ------------------------------------------------------ */

/**
 * Every change is made between these two, also drafts and attachments. Inside a batch they join its transaction.
 * begin: NOT open, READ_ONLY or FULL are errors. end: commits, or rolls back when not @ok; @error is set by
 * a failing commit only. A failing disk makes the store read-only.
 */
bool hearth_store_begin_change (HearthStore *store, GError **error);
bool hearth_store_end_change (HearthStore *store, bool ok, GError **error);

/** Whether the store is open; else an error. */
bool hearth_store_check_open (HearthStore *store, GError **error);
/** The signed-in person's id, borrowed. */
const char *hearth_store_get_person_id (HearthStore *store);

/* --- policy (access.c) ------------------------------------------------------ */

/** Whether this reader may see records of @type in the file of @resident (NULL or "": in general). */
bool hearth_store_may_read (HearthStore *store, const HearthRecordType *type, const char *resident);
/** As above for one record, whose @id may be the reader's own account or the house. */
bool hearth_store_may_read_record (HearthStore *store,
                                   const HearthRecordType *type,
                                   const char *id,
                                   const char *resident);
/** Whether one field may be read; sealed ones need their compartment's key too. */
bool hearth_store_may_read_field (HearthStore *store,
                                  const HearthRecordType *type,
                                  const HearthField *field,
                                  const char *resident);

/* --- records by row (load.c) ------------------------------------------------ */

/** The record in place @row of record_index, filtered by the policy, identity-mapped; transfer full. */
HearthRecord *hearth_store_load_row (HearthStore *store, gint64 row, GError **error);

/* --- audit (audit.c) -------------------------------------------------------- */

/** One row; what is NULL or 0 is left empty. Time, person, role, place in the chain and signature are added. */
typedef struct {
  const char *action;
  const char *type; /* record type, "attachment", "person" … */
  const char *id;
  gint64 revision;
  const guint8 *before; /* 32 bytes */
  const guint8 *after; /* 32 bytes */
  const char *reason;
} HearthAuditEntry;

/** Adds a signed row inside the change under way. */
bool hearth_store_add_audit (HearthStore *store, const HearthAuditEntry *entry, GError **error);

/** Adds a finding while verifying; @sentence is taken. */
void hearth_verification_take_finding (HearthVerification *verification,
                                       const char *kind,
                                       gint64 sequence,
                                       char *sentence);

/* --- what search.c gives ---------------------------------------------------- */

/**
 * hearth_search_index_record:
 * @row: its place in record_index: the rowid of the search tables
 * @record: whole, with nothing withheld but sealed fields
 *
 * Called inside every save's transaction, after the record is written: replaces what is indexed of @row. A
 * record in error keeps its entry; searches leave it out by its state.
 */
bool hearth_search_index_record (HearthDb *db, gint64 row, HearthRecord *record, GError **error);

/**
 * hearth_search_find_rows:
 * @only_row: look at this row of record_index only; 0: at all
 *
 * For lists with words: rows of record_index whose text of tiers this reader may see holds all of @words,
 * ascending. The policy for records is the caller's work.
 *
 * Returns: (transfer full): #GArray of gint64
 */
GArray *hearth_search_find_rows (HearthStore *store, const char *words, gint64 only_row, GError **error);

/* --- what attachment.c gives ------------------------------------------------ */

/** Checks every attachment's row against its file and its audit row, counting them in @verification. False only
 * with CANCELLED or an error of the database; what is wrong with an attachment is a finding. */
bool hearth_attachment_verify_all (HearthDb *db,
                                   const char *folder,
                                   HearthKeyring *keyring,
                                   HearthVerification *verification,
                                   GCancellable *cancellable,
                                   GError **error);

/* --- a house's folder (folder.c) --------------------------------------------- */

char *hearth_house_dup_db_path (const char *folder);

G_END_DECLS
