/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the files of the store share: its structure, changes in one transaction with their audit row, and the
 * parts that saving, listing and verifying ask of one another.
 */
#pragma once

#include "store/audit-row.h"
#include "store/audit.h"
#include "store/db.h"
#include "store/store.h"

G_BEGIN_DECLS

/** The last row of the audit chain; sequence 0 and all zero before the first. */
typedef struct {
  gint64 sequence;
  guint8 hash[HEARTH_HASH_BYTES];
  gint64 at; /* seconds since 1970 */
  char boot[64]; /* which start of the computer, and how long after it; "" before the first */
} HearthAuditHead;

/** A record as it was before a save in a batch, to be put back when the batch is rolled back. */
typedef struct {
  HearthRecord *record;
  HearthRecord *before;
} HearthUndo;

/** A record saved in a batch whose search text is written later. */
typedef struct {
  gint64 row;
  HearthRecord *record;
} HearthUnindexed;

struct _HearthStore {
  GObject parent_instance;

  char *folder;
  HearthKeyring *keyring;
  HearthPolicy *policy;
  HearthClock *clock;

  HearthDb *db; /* NULL once closed */
  int lock_fd;
  bool read_only;
  HearthStoreError trouble; /* why it is read-only: FULL or IO */

  HearthRecord *account; /* NULL for the recovery sheet */
  HearthRecord *house;
  GHashTable *live; /* id → its one live HearthRecord, weak */
  GPtrArray *lists; /* of HearthRecordList, weak */
  GPtrArray *audit_lists; /* of HearthAuditList, weak */

  char *boot_id;
  char *sign_in_id;
  HearthAuditHead head; /* of the chain with the change under way */
  HearthAuditHead committed_head;

  bool keys_wait;         /* for a row that says that these, chosen with an own password, are in use */
  bool keys_in_use;       /* that row is being written */
  gint64 keys_row; /* sequence of that row; 0 for none, and more than the head's when it was rolled back */

  bool in_batch; /* between hearth_store_begin () and its end */
  gint64 batch_changes; /* rows changed when the save under way began */
  bool batch_failed; /* a save stopped half-way: the batch can only be rolled back */
  bool batch_any;    /* something was saved in it */
  GPtrArray *batch_undo; /* of HearthUndo, oldest first */
  GPtrArray *batch_saved; /* of HearthRecord, for "saved" after the commit */
  GPtrArray *batch_unindexed; /* of HearthUnindexed: search text still to be written */
};

/* --- changes (store.c) ------------------------------------------------------ */

/**
 * Every change is made between these two, also drafts and attachments; inside a batch they join its transaction.
 * begin fails when the store is closed or the disk is full or failing.
 * end commits when @ok, else rolls back, with @error being what went wrong meanwhile; answers whether the change
 * is there to stay. What a full or failing disk said makes the store read-only.
 */
bool hearth_store_begin_change (HearthStore *store, GError **error);
bool hearth_store_end_change (HearthStore *store, bool ok, GError **error);

/** Whether the store is open; else an error. */
bool hearth_store_check_open (HearthStore *store, GError **error);
/** The signed-in person's id, borrowed. */
const char *hearth_store_get_person_id (HearthStore *store);

/* --- batches (batch.c) ------------------------------------------------------- */

/** Remembers how @record is before a save of the batch under way; nothing outside of one. */
void hearth_store_remember_undo (HearthStore *store, HearthRecord *record);
/** Keeps the search text of a saved @record (whole, not changed any more): at once, or in a batch many together,
 * before its end. */
bool hearth_store_index (HearthStore *store, gint64 row, HearthRecord *record, GError **error);
/** Writes the search text that a batch under way has gathered, so that a search finds its records. */
bool hearth_store_index_gathered (HearthStore *store, GError **error);
/** Tells lists and listeners of a save: now, or after the batch. Of what @is_hidden from whoever saved it only lists hear,
 * as it leaves them. */
void hearth_store_announce (HearthStore *store, HearthRecord *record, gint64 row, bool is_hidden);

/* --- policy (access.c) ------------------------------------------------------ */

/** Whether this reader may see records of @type in the file of @resident (NULL or "": in general). */
bool hearth_store_may_read (HearthStore *store, const HearthRecordType *type, const char *resident);
/** As above for what is in all of @files (ends with NULL; none: the house's; NULL: nobody may). */
bool hearth_store_may_read_in (HearthStore *store, const HearthRecordType *type, const char *const *files);
/** As above for one record as it is stored, which may be the reader's own account, one that only its author sees, or one that
 * is kept from the reader. */
bool hearth_store_may_read_record (HearthStore *store,
                                   const HearthRecordType *type,
                                   const char *id,
                                   const char *resident);
/** As above with @files that are known to be its. */
bool hearth_store_may_read_record_in (HearthStore *store,
                                      const HearthRecordType *type,
                                      const char *id,
                                      const char *const *files);
/** Whether one field may be read in general; sealed ones need their compartment's key too. */
bool hearth_store_may_read_field (HearthStore *store,
                                  const HearthRecordType *type,
                                  const HearthField *field,
                                  const char *resident);
bool hearth_store_may_read_field_in (HearthStore *store,
                                     const HearthRecordType *type,
                                     const HearthField *field,
                                     const char *const *files);
/** As above for the field of one record, whose author the reader is or not: what is sealed to its author nobody else
 * reads, whatever the policy says. */
bool hearth_store_may_read_field_of (HearthStore *store,
                                     const HearthRecordType *type,
                                     const HearthField *field,
                                     const char *const *files,
                                     bool is_author);
/** Whether records of @type (@field NULL) or this @field of them may be written, in all of @files. */
bool hearth_store_may_write_in (HearthStore *store,
                                const HearthRecordType *type,
                                const HearthField *field,
                                const char *const *files);
/** Whether the person signed in can seal the sealed @field of a record: new ones through a letterbox too; and what is sealed
 * to its author only as that. */
bool hearth_store_may_seal (HearthStore *store, const HearthField *field, bool is_new, bool is_author);
/** Whether the stored record with @id names the reader as one it is kept from. When in doubt it does. */
bool hearth_store_is_hidden (HearthStore *store, const HearthRecordType *type, const char *id);
/** Says that the stored record with @id is not for this reader: DENIED or, where it is kept from them by name, NOT_FOUND.
 * Always false. */
bool hearth_store_deny_record (HearthStore *store,
                               const HearthRecordType *type,
                               const char *id,
                               GError **error);
/** Whether the reader sees what others wrote of @type too: it is not personal, or they oversee it. */
bool hearth_store_sees_all_of (HearthStore *store, const HearthRecordType *type);
/** Whether the reader made the record with @id. Asked of the database, not of an object at hand: what that says of its
 * author could have been set. */
bool hearth_store_is_author (HearthStore *store, const HearthRecordType *type, const char *id);
/** Whether @field is sealed to the author of its record. */
bool hearth_field_is_authors_own (const HearthField *field);

/** Whose file a record is in, for the policy: the resident's own record is in their file too. NULL: the house's, and for
 * what may be in several files. */
const char *hearth_record_type_get_file (const HearthRecordType *type, const char *id, const char *resident);
/** Ids of the residents whose files the stored record with @id is in, as many as there are. NULL, which nobody may read,
 * where that could not be asked. Transfer full. */
GStrv hearth_store_dup_files (HearthStore *store,
                              const HearthRecordType *type,
                              const char *id,
                              const char *resident);
/** As above by what @record says, of which nothing may be withheld. Transfer full. */
GStrv hearth_store_dup_files_of (HearthRecord *record);
/** JSON array of residents whose files this reader may not see records of @type in, or with @field (nullable) that field
 * of them; NULL when there is none. Transfer full. */
bool hearth_store_list_denied_residents (HearthStore *store,
                                         const HearthRecordType *type,
                                         const HearthField *field,
                                         char **denied,
                                         GError **error);

/* --- records (load.c) -------------------------------------------------------- */

/** Where the record with @id stands: NOT_FOUND. @type, @resident: (out) (optional); *resident transfer full. */
bool hearth_store_find_row (HearthStore *store,
                            const char *id,
                            gint64 *row,
                            const HearthRecordType **type,
                            char **resident,
                            GError **error);
/**
 * Up to 64 records of @type by their rows: out[i] is that of rows[i], filtered by the policy and identity-mapped
 * (transfer full), or NULL when it is not there or not for this reader.
 */
bool hearth_store_load_page (HearthStore *store,
                             const HearthRecordType *type,
                             const gint64 *rows,
                             gsize n_rows,
                             HearthRecord **out,
                             GError **error);
/** Fills the @live record anew from the database, with what the policy has this reader see now. */
bool hearth_store_refill (HearthStore *store, HearthRecord *live, GError **error);
/** Takes every value of its type's own out of @record: it is not for this reader. */
void hearth_record_withhold_all (HearthRecord *record);
/** Every live record; of HearthRecord; transfer full. */
GPtrArray *hearth_store_list_live (HearthStore *store);
/** What up to 64 records say in the computed @field: out[i] is of rows[i], as this reader may see it (transfer full), or
 * NULL. */
bool hearth_store_compute_page (HearthStore *store,
                                const HearthRecordType *type,
                                const HearthField *field,
                                const gint64 *rows,
                                gsize n_rows,
                                char **out,
                                GError **error);
/** The live object for @id, borrowed, or NULL. */
HearthRecord *hearth_store_lookup_live (HearthStore *store, const char *id);
/** Makes @record the live object of its id while somebody holds it. */
void hearth_store_set_live (HearthStore *store, HearthRecord *record);
void hearth_store_forget_live (HearthStore *store, const char *id);
void hearth_store_drop_live (HearthStore *store);

/** Saving without asking the policy, for the first two records of a house. */
bool hearth_store_save_trusted (HearthStore *store,
                                HearthRecord *record,
                                GPtrArray **problems,
                                GError **error);
/** Whether another account has @account's sign-in name already, or @account had another one before (accounts.c). */
bool hearth_store_check_user (HearthStore *store,
                              HearthRecord *account,
                              HearthRecord *before,
                              GPtrArray *problems,
                              GError **error);

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

/** Writes down whose keys @signing and @sealing are, with its audit row, inside the change under way. */
bool hearth_store_add_person_keys (HearthStore *store,
                                   const char *person,
                                   const guint8 signing[HEARTH_PUBLIC_KEY_BYTES],
                                   const guint8 sealing[HEARTH_PUBLIC_KEY_BYTES],
                                   GError **error);
/** Before any other row of keys that the person signed in has chosen with an own password: that they are in use now. Inside the
 * change under way. */
bool hearth_store_use_chosen_keys (HearthStore *store, GError **error);
/** The last row of the chain in @db. */
bool hearth_audit_read_head (HearthDb *db, HearthAuditHead *head, GError **error);

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
 * Called inside every save's transaction, by hearth_store_index (): replaces what is indexed of @row. A
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

G_END_DECLS
