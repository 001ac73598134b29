/* SPDX-License-Identifier: GPL-3.0-or-later
 * A record type: a static const table of fields with a few words and hooks about the whole.
 */
#pragma once

#include "core/field.h"

G_BEGIN_DECLS

typedef enum {
  HEARTH_OWNER_HOUSE,
  HEARTH_OWNER_RESIDENT, /* has the base column "resident" */
  /* In the files of all residents that its LINKS fields name, of the house while they name none. Whoever may not see one
   * of these files does not see the record. */
  HEARTH_OWNER_RESIDENTS,
} HearthOwner;

typedef enum {
  HEARTH_LIFE_EDITABLE,
  HEARTH_LIFE_SIGNED, /* editable until signed, then only addenda or "entered in error" */
  HEARTH_LIFE_APPEND_ONLY, /* never changed after the first save */
} HearthLifeCycle;

/** What a type's retention rule is looked up by. */
typedef enum {
  HEARTH_RETAIN_FILE, /* with the resident's file */
  HEARTH_RETAIN_STAFF,
  HEARTH_RETAIN_HOUSE,
} HearthRetention;

/**
 * HearthFacet:
 *
 * A filter of a list of residents by their other records: by the choice field @field of those of their records of
 * @type that hold today. A record holds from the day in its field @from to the one in @until, both included;
 * where @until is empty it still holds.
 */
struct _HearthFacet {
  const char *name; /* snake_case; no field of the list's own type is called so */
  const char *label; /* N_() */
  const char *type;
  const char *field;
  const char *from;
  const char *until;
  const char *past_label; /* N_(): what HEARTH_FACET_PAST is called */
  const char *none_label; /* N_(): what HEARTH_FACET_NONE is called */
};

/** Codes of every facet, beside those of its field: there never was such a record; there were, and none holds. */
#define HEARTH_FACET_NONE "none"
#define HEARTH_FACET_PAST "past"

struct _HearthRecordType {
  const char *name; /* snake_case: table, hearthctl TYPE */
  const char *gtype_name; /* "HearthDailyLog" */
  const char *label; /* N_(): one */
  const char *label_plural; /* N_(): many */
  const char *label_new; /* N_(): what a form for one more is called */
  const char *icon_name;

  HearthOwner owner;
  HearthLifeCycle life_cycle;
  HearthTier tier;
  HearthRetention retention;
  bool singular; /* at most one record in a house */
  bool personal; /* only its author lists, reads and changes a record */
  bool overseen; /* personal, but read by whoever may HEARTH_ACTION_CARE_FOR_STAFF too */
  const char *hidden_from; /* a LINKS field that names accounts: these people never see the record; or NULL */
  const char *code_prefix; /* the store fills the field "code" with this and a number, or NULL */
  const char *event_field; /* DATE, DATE_TIME or PARTIAL_DATE field the timeline goes by, or NULL */

  const HearthField *fields;
  unsigned int n_fields;
  const HearthFacet *facets; /* ends with a NULL name; NULL: none */

  /** One line, transfer full; NULL hook: the first list column. Titles hold nothing above the type's tier. */
  char *(*title) (HearthRecord *record);
  char *(*subtitle) (HearthRecord *record);
  /** Rules between fields of one record; adds #HearthProblem. */
  void (*validate) (HearthRecord *record, const char *today, GPtrArray *problems);
};

/** Columns every record has, before its own: "id", "revision", "resident", "state", "created_at", … */
extern const HearthField hearth_base_fields[];
extern const unsigned int hearth_n_base_fields;

/** Values of the base field "state". */
#define HEARTH_STATE_OPEN "open"
#define HEARTH_STATE_SIGNED "signed"
#define HEARTH_STATE_IN_ERROR "in_error"

/**
 * All fields a record of @type has, base fields first ("resident" only where the type's owner is the
 * resident). The same array each time; owned by the type machine.
 */
const HearthField *const *hearth_record_type_get_columns (const HearthRecordType *type,
                                                          unsigned int *n_columns);

/** Place of @name in the columns, or -1. */
int hearth_record_type_find_column (const HearthRecordType *type, const char *name);
/** The field called @name, base fields included, or NULL. */
const HearthField *hearth_record_type_lookup_field (const HearthRecordType *type, const char *name);
/** Whether @field is one of the base fields. */
bool hearth_field_is_base (const HearthField *field);
/** The tier of @field in @type: its own, else the type's. */
HearthTier hearth_record_type_get_field_tier (const HearthRecordType *type, const HearthField *field);

/** The #GType of @type's own subclass of #HearthRecord; registered at the first call. */
GType hearth_record_type_get_gtype (const HearthRecordType *type);

G_END_DECLS
