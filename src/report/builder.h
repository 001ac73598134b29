/* SPDX-License-Identifier: GPL-3.0-or-later
 * What report builders share: the period, records of it, and blocks that know what they were made of. Private to this
 * folder.
 */
#pragma once

#include "report/redact.h"
#include "report/report-kind.h"
#include "rules/school.h"

G_BEGIN_DECLS

/** @subject: what the report is about; @resident: (nullable): whose file that is in, where it is in one alone; @pseudonym:
 * (nullable): what stands in for every name of @resident; @from, @to: both today in a report that is about no period. */
typedef struct {
  const HearthReportKind *kind;
  HearthStore *store;
  HearthRecord *subject;
  HearthRecord *resident;
  HearthDocument *document;
  const char *pseudonym;
  char *today;
  char *from;
  char *to;
  GPtrArray *hidden; /* of char *, in pairs: what may not stand there, and what stands in its place */
} HearthBuilder;

/** False with @error set: see #HearthReportBuilder. The document has its head and no block. */
bool hearth_builder_init (HearthBuilder *builder,
                          const char *kind,
                          HearthStore *store,
                          HearthRecord *subject,
                          const HearthReportOptions *options,
                          GError **error);
void hearth_builder_clear (HearthBuilder *builder);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HearthBuilder, hearth_builder_clear)

/** Begins the report on @from (ISO), where nobody chose a first day. */
void hearth_builder_begin_on (HearthBuilder *builder, const char *from);
/** Everywhere in this report @instead takes the place of @words, or NULL: they stay whatever else is hidden; "" is
 * ignored. */
void hearth_builder_hide (HearthBuilder *builder, const char *words, const char *instead);

/** What is left when the readers' part is taken; other residents are called by their codes. In a paper of the house about
 * several residents that tells names everybody is called by the name used. Transfer full. */
HearthDocument *hearth_builder_finish (HearthBuilder *builder, HearthTier highest_tier, GError **error);

/** names.c: tells @redaction what residents are called, and in which papers. */
bool hearth_builder_find_names (HearthBuilder *builder, HearthRedaction *redaction, GError **error);
/** names.c: rows of FACTS with who the report is about: the name and the code. */
void hearth_builder_add_name (HearthBuilder *builder, HearthBlock *block);
/** How the resident @id is called in this report: the code; "Dao (R-001)" where the report tells names, or is about them
 * alone and tells theirs. "" for nobody who can be read. Transfer full. */
char *hearth_builder_dup_person (HearthBuilder *builder, const char *id);
/** Rows of FACTS with what the report is for, where that is said. */
void hearth_builder_add_purpose (HearthBuilder *builder, HearthBlock *block);

/** The resident's records of @type, oldest first; @in_period: those of the report's days only. Of HearthRecord;
 * transfer full. */
GPtrArray *hearth_builder_load (HearthBuilder *builder,
                                const HearthRecordType *type,
                                bool in_period,
                                GError **error);

/** As hearth_builder_load () of the whole file; empty where who prints may not read @type. */
GPtrArray *hearth_builder_load_readable (HearthBuilder *builder,
                                         const HearthRecordType *type,
                                         GError **error);

/** The field in words when it may stand in this report, "" else; @block then counts @record as a source and is for
 * nobody whom the field is not for. Transfer full. */
char *hearth_builder_quote_field (HearthBuilder *builder,
                                  HearthBlock *block,
                                  HearthRecord *record,
                                  const char *name);
/** As it is kept, for counting; "" as above; transfer none. */
const char *hearth_builder_use_field (HearthBuilder *builder,
                                      HearthBlock *block,
                                      HearthRecord *record,
                                      const char *name);
/** The field's label in the report's language. */
const char *hearth_builder_get_label (HearthRecord *record, const char *name);

/** @pieces, up to NULL, with @between them, each running in its own direction and all of them in the report's. Transfer full. */
char *hearth_builder_join (HearthBuilder *builder, const char *between, ...) G_GNUC_NULL_TERMINATED;

/** @first and, unless it is "", @second below it, every line of them in the report's direction. Transfer full. */
char *hearth_builder_stack (HearthBuilder *builder, const char *first, const char *second);

/** Rows of FACTS with those of @fields, up to NULL, that @record has. */
void hearth_builder_add_field_facts (HearthBuilder *builder,
                                     HearthBlock *block,
                                     HearthRecord *record,
                                     const char *const *fields);
/** A row of FACTS, unless @value is "". */
void hearth_builder_add_fact (HearthBlock *block, const char *label, const char *value);
/** Puts @block into the document, or "Nothing to report" when it has no row and no chart. */
void hearth_builder_add_or_nothing (HearthBuilder *builder, HearthBlock *block);

/** What stands in a cell; as hearth_builder_quote_field (). */
typedef char *(*HearthCellFunc) (HearthBuilder *builder,
                                 HearthBlock *table,
                                 HearthRecord *record,
                                 const char *name);
/** A table of @fields, up to NULL, of @records, or "Nothing to report". */
void hearth_builder_add_records (HearthBuilder *builder,
                                 GPtrArray *records,
                                 const char *const *fields,
                                 HearthCellFunc quote);
/** A section with the resident's field @name, or @nothing in its place. */
void hearth_builder_add_text (HearthBuilder *builder, const char *name, const char *nothing);
/** A section with the field @name of @record, below a heading of @level; own words are quoted. Nothing where it is empty.
 * Whether there was something. */
bool hearth_builder_add_field_text (HearthBuilder *builder,
                                    HearthRecord *record,
                                    const char *name,
                                    unsigned int level);
/** The field @name of @record as a paragraph; whether there was something. */
bool hearth_builder_add_plain (HearthBuilder *builder, HearthRecord *record, const char *name);
/** The words of @record's field @name as they were written down; when, and as what, below. Whether there are some. */
bool hearth_builder_add_quote (HearthBuilder *builder, HearthRecord *record, const char *name);

/** Those of @records that hold on the report's last day, by "start" and "end". Transfer container. */
GPtrArray *hearth_builder_pick_current (HearthBuilder *builder, GPtrArray *records);
/** The latest of @records that have the field @name, oldest first, as many as a report takes; the rest stays in the file
 * and @n_more says how many. Transfer container. */
GPtrArray *hearth_builder_pick_latest (GPtrArray *records, const char *name, unsigned int *n_more);
/** Says that only @latest are there and @n_more stay in the daily log, unless that is 0. */
void hearth_builder_add_more (HearthBuilder *builder, GPtrArray *latest, unsigned int n_more);

/** contributed.c: rows of FACTS with what closed notes let a report for @use ("court", "progress") say about @part: who wrote
 * it and when, the sentences, what they rest on. Those of the report's days; the latest one before where there is none.
 * @contributions: oldest first. */
void hearth_builder_add_contributions (HearthBuilder *builder,
                                       HearthBlock *facts,
                                       GPtrArray *contributions,
                                       const char *use,
                                       const char *part);
/** contributed.c: "There on 34 of 38 days with lessons (89 %)"; "" where nothing is written. Transfer full. */
char *hearth_builder_describe_attendance (const HearthAttendanceCount *count);

/** contributed.c: what the resident says to a protective measure, and to which. */
void hearth_builder_add_measure_wish (HearthBuilder *builder, HearthRecord *measure);
/** contributed.c: rows of FACTS with what the resident must not come into contact with, which everybody has to know. False
 * with an error of the store. */
bool hearth_builder_add_allergies (HearthBuilder *builder, HearthBlock *facts, GError **error);
/** contributed.c: the same in a block of their own, and below it a table of @fields, up to NULL, of @alerts; "Nothing to
 * report" where there is neither. False with an error of the store. */
bool hearth_builder_add_alerts (HearthBuilder *builder,
                                GPtrArray *alerts,
                                const char *const *fields,
                                GError **error);


G_END_DECLS
