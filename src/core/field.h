/* SPDX-License-Identifier: GPL-3.0-or-later
 * One field of a record type: a row of a static const table (design: docs/architecture.md, "Records").
 */
#pragma once

#include "core/types.h"

G_BEGIN_DECLS

/**
 * HearthFieldKind:
 *
 * What a value is. Every value is kept as one canonical string, "" where nothing is known:
 *
 * - TEXT, LONG_TEXT: UTF-8 in NFC, no control characters (LONG_TEXT: line feeds and tabs allowed)
 * - SEALED: as LONG_TEXT, but stored encrypted to the field's compartment
 * - INTEGER: "-12"; DECIMAL: "54.30", with exactly the field's digits
 * - YES_NO: "yes" or "no"
 * - DATE: "2026-03-01"; TIME: "21:30"
 * - DATE_TIME: "2026-03-01T14:30:00Z+07:00": the UTC instant, then the offset of the place it was
 *   written at. It sorts as text.
 * - PARTIAL_DATE: "2012", "2012-03" or "2012-03-01", with "~" behind it when estimated (EDTF,
 *   ISO 8601-2)
 * - CHOICE: a choice's code; MULTI_CHOICE: codes in the order of the choices, with one space between
 * - LINK: the id of a record of @link_type
 * - LINKS: ids of records of @link_type, none twice, in the order given, with one space between
 * - BODY_MAP: marks on the outline of a body, a line each: "front 412 233 bruise" and, after a space, words about it;
 *   the view ("front" or "back"), the place from the upper left in thousandths of width and height, and a code of @choices
 * - ATTACHMENT: the id of an attachment
 * - COMPUTED: never stored; what @compute answers
 */
typedef enum {
  HEARTH_FIELD_TEXT,
  HEARTH_FIELD_LONG_TEXT,
  HEARTH_FIELD_SEALED,
  HEARTH_FIELD_INTEGER,
  HEARTH_FIELD_DECIMAL,
  HEARTH_FIELD_YES_NO,
  HEARTH_FIELD_DATE,
  HEARTH_FIELD_TIME,
  HEARTH_FIELD_DATE_TIME,
  HEARTH_FIELD_PARTIAL_DATE,
  HEARTH_FIELD_CHOICE,
  HEARTH_FIELD_MULTI_CHOICE,
  HEARTH_FIELD_LINK,
  HEARTH_FIELD_LINKS,
  HEARTH_FIELD_ATTACHMENT,
  HEARTH_FIELD_BODY_MAP,
  HEARTH_FIELD_COMPUTED,
} HearthFieldKind;

/** Who may read: security.md, "Roles and tiers". UNSET takes the record type's. */
typedef enum {
  HEARTH_TIER_UNSET,
  HEARTH_TIER_HOUSE,
  HEARTH_TIER_CARE,
  HEARTH_TIER_CASE,
  HEARTH_TIER_CLINICAL,
  HEARTH_TIER_SEALED,
} HearthTier;

/** Where a field may be printed at all; consent and redaction narrow it further. */
typedef enum {
  HEARTH_PRINT_NOWHERE = 0,
  HEARTH_PRINT_PROGRESS = 1 << 0,
  HEARTH_PRINT_COURT = 1 << 1,
  HEARTH_PRINT_HOUSE = 1 << 2, /* sheets that stay in the house */
  HEARTH_PRINT_STATISTICS = 1 << 3,
  HEARTH_PRINT_ANY = (1 << 4) - 1,
} HearthPrintable;

/** Compartment of a SEALED field that is sealed to the author of its record (and to the recovery sheet), nobody else. */
#define HEARTH_COMPARTMENT_AUTHOR "author"

struct _HearthChoice {
  const char *code; /* stable, lower-case, never removed */
  const char *label; /* N_() */
};

/** A computed field's value for @record on the day @today (ISO), in words; transfer full. */
typedef char *(*HearthComputeFunc) (HearthRecord *record, const char *today);

/** Adds the problems of one field of @record to @problems (of #HearthProblem). */
typedef void (*HearthValidateFunc) (HearthRecord *record,
                                    const HearthField *field,
                                    const char *today,
                                    GPtrArray *problems);

/** A value in words where the kind's own formatting will not do; transfer full. */
typedef char *(*HearthFormatFunc) (HearthRecord *record, const HearthField *field);

struct _HearthField {
  const char *name; /* snake_case: column, JSON key; the property is the same with '-' */
  const char *label; /* N_() */
  const char *hint; /* N_() or NULL: one line below the entry, what to write */
  /* N_(); the same words put fields into the same section; NULL: in no form: for lists only, or kept by the program */
  const char *section;
  HearthFieldKind kind;

  const HearthChoice *choices; /* ends with a NULL code */
  const char *link_type;
  const char *unit; /* N_() or NULL */
  double minimum; /* a range counts when minimum < maximum */
  double maximum;
  unsigned int digits; /* decimals kept */
  unsigned int max_length; /* characters; 0: the kind's own limit */

  bool required;
  bool expected; /* counts towards how complete a file is */
  bool searchable;
  bool list_column;
  bool filter; /* offered as a filter above the list */
  bool own_words; /* the resident's own words: quoted, never edited by the program */
  bool sensitive; /* may distress or tell too much over a shoulder: collapsed, private input hint */
  bool past_only; /* dates: not after today */
  bool picture; /* ATTACHMENT: a photo, and nothing else */
  bool
    letterbox; /* SEALED: whoever may add the record seals it, as through a slot; only holders of the key read it */
  bool names_person; /* TEXT, names of a person and nothing else: reports look for them in other texts */

  HearthTier tier;
  const char *compartment; /* key compartment, or NULL; HEARTH_COMPARTMENT_AUTHOR */
  HearthPrintable printable;
  unsigned int since; /* schema version it came with */

  HearthValidateFunc validate;
  HearthComputeFunc compute;
  const char *sort_by; /* COMPUTED: stored field whose order lists follow, after a "-" backwards; or NULL */
  HearthFormatFunc format;
};

/** The longest text a field takes, in characters. */
unsigned int hearth_field_get_max_length (const HearthField *field);

/** Whether @field is kept in a column (all kinds but COMPUTED). */
bool hearth_field_is_stored (const HearthField *field);

/** Whether @field has lines of text rather than one line. */
bool hearth_field_is_long (const HearthField *field);

bool hearth_field_has_range (const HearthField *field);

/** The choice with @code, or NULL. */
const HearthChoice *hearth_field_lookup_choice (const HearthField *field, const char *code);

G_END_DECLS
