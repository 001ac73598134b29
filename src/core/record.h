/* SPDX-License-Identifier: GPL-3.0-or-later
 * A record: the values of one type's columns. Each type is a subclass with a string property per
 * column (name with '-' for '_'), so expressions, bindings and notify:: work.
 */
#pragma once

#include "core/record-type.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_RECORD (hearth_record_get_type ())
G_DECLARE_DERIVABLE_TYPE (HearthRecord, hearth_record, HEARTH, RECORD, GObject)

struct _HearthRecordClass {
  GObjectClass parent_class;
  const HearthRecordType *record_type;
  unsigned int n_columns;
  GParamSpec **properties; /* one per column */
};

/** Registers the subclass of @type; see hearth_record_type_get_gtype (), which calls it once. */
GType hearth_record_register_type (const HearthRecordType *type);

/** A new, empty record, of no id yet. */
HearthRecord *hearth_record_new (const HearthRecordType *type);
const HearthRecordType *hearth_record_get_record_type (HearthRecord *record);

/** The canonical value, never NULL; COMPUTED gives "" (see hearth_record_format ()). Asking for a name
 * the type does not have is a programmer's error. */
const char *hearth_record_get (HearthRecord *record, const char *name);
/** Sets a canonical value and notifies when it changed. NULL counts as "". */
void hearth_record_set (HearthRecord *record, const char *name, const char *canonical);
const char *hearth_record_get_column (HearthRecord *record, unsigned int column);
void hearth_record_set_column (HearthRecord *record, unsigned int column, const char *canonical);

bool hearth_record_has (HearthRecord *record, const char *name);
/** @fallback where the value is "". */
gint64 hearth_record_get_integer (HearthRecord *record, const char *name, gint64 fallback);
bool hearth_record_is_yes (HearthRecord *record, const char *name);

/**
 * A column that this reader may not see: its value is "" and saving leaves what is stored alone.
 */
bool hearth_record_is_withheld (HearthRecord *record, unsigned int column);
void hearth_record_set_withheld (HearthRecord *record, unsigned int column, bool withheld);

const char *hearth_record_get_id (HearthRecord *record);
/** "" for a type that the house owns. */
const char *hearth_record_get_resident (HearthRecord *record);
/** Ids of the residents whose files @record is in: its resident, or those its LINKS fields name, none twice; empty for what
 * belongs to the house. Transfer full. */
GStrv hearth_record_dup_files (HearthRecord *record);
/** 0 for a record never saved. */
gint64 hearth_record_get_revision (HearthRecord *record);
bool hearth_record_is_open (HearthRecord *record);

/** A value in words: the field's hook, a computed value, or hearth_value_format (). Transfer full. */
char *hearth_record_format (HearthRecord *record, const HearthField *field, const char *today);
/** Transfer full. */
char *hearth_record_dup_title (HearthRecord *record);
char *hearth_record_dup_subtitle (HearthRecord *record);
/** ISO date of the event (the type's event_field, else created_at); "" when unknown. Transfer full. */
char *hearth_record_dup_event_date (HearthRecord *record);

/** Every problem of every field and of the whole, at once; empty when it may be saved. Transfer full. */
GPtrArray *hearth_record_check (HearthRecord *record, const char *today);

HearthRecord *hearth_record_copy (HearthRecord *record);
/** Takes over all values (and withheld marks) of @from, of the same type, and notifies. */
void hearth_record_assign (HearthRecord *record, HearthRecord *from);
bool hearth_record_equal (HearthRecord *a, HearthRecord *b);

G_END_DECLS
