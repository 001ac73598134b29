/* SPDX-License-Identifier: GPL-3.0-or-later
 * A document on pages.
 */
#define G_LOG_DOMAIN "hearth-report"
#include "config.h"

#include "report/pages-private.h"

#include "core/date.h"
#include "core/number.h"
#include "report/document-json.h"
#include "report/language.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define PRINTED_HASH 16

/* Heights are sums of many lines: a page may be over by what nobody sees. */
#define TOLERANCE 0.01

struct _HearthPages {
  GObject parent_instance;

  HearthDocument *document;
  HearthLayout *layout;
  GPtrArray *pages; /* of HearthPage */
  char *hash;
};

G_DEFINE_FINAL_TYPE (HearthPages, hearth_pages, G_TYPE_OBJECT)

static void
page_free (HearthPage *page)
{
  g_array_unref (page->placed);
  g_free (page);
}

/* --- Breaking --- */

typedef struct {
  HearthPages *pages;
  HearthPage *page;
  double y; /* where the next strip goes */
} Breaker;

static void
begin_page (Breaker *breaker)
{
  breaker->page = g_new0 (HearthPage, 1);
  breaker->page->placed = g_array_new (FALSE, FALSE, sizeof (HearthPlaced));
  breaker->y = 0;
  g_ptr_array_add (breaker->pages->pages, breaker->page);
}

static void
place (Breaker *breaker, const HearthStrip *strip, bool repeated)
{
  HearthPlaced placed = { .strip = strip, .repeated = repeated };

  if (breaker->page->placed->len > 0)
    breaker->y += strip->before;
  placed.y = breaker->y;
  breaker->y += strip->height;
  g_array_append_val (breaker->page->placed, placed);
}

/* The head of the table that @nth is a row of, or NULL. */
static const HearthStrip *
find_head (const HearthLayout *layout, unsigned int nth)
{
  const HearthStrip *strip = layout->strips->pdata[nth];

  if (strip->kind != HEARTH_STRIP_ROW)
    return NULL;
  for (unsigned int i = nth; i > 0; i--)
    {
      const HearthStrip *before = layout->strips->pdata[i - 1];

      if (before->block != strip->block)
        return NULL;
      if (before->kind == HEARTH_STRIP_HEAD)
        return before;
    }
  return NULL;
}

static void
begin_page_with (Breaker *breaker, unsigned int nth)
{
  const HearthStrip *head = find_head (breaker->pages->layout, nth);

  begin_page (breaker);
  if (head)
    place (breaker, head, true);
}

/* The strip after the last that must stand on one page with @nth; @height: of all of them, without the first's space
 * above. */
static unsigned int
find_group_end (const HearthLayout *layout, unsigned int nth, double *height)
{
  unsigned int end = nth;
  bool keep = true;

  *height = 0;
  while (keep && end < layout->strips->len)
    {
      const HearthStrip *strip = layout->strips->pdata[end];

      *height += strip->height + (end > nth ? strip->before : 0);
      keep = strip->keep;
      end++;
    }
  return end;
}

static bool
fits (const Breaker *breaker, const HearthStrip *first, double height)
{
  double before = breaker->page->placed->len > 0 ? first->before : 0;

  return breaker->y + before + height <= breaker->pages->layout->height + TOLERANCE;
}

static bool
is_only_a_head (const HearthPage *page)
{
  return page->placed->len == 0 ||
         (page->placed->len == 1 && g_array_index (page->placed, HearthPlaced, 0).repeated);
}

static void
break_pages (HearthPages *pages)
{
  Breaker breaker = { .pages = pages };
  const HearthLayout *layout = pages->layout;
  unsigned int end;

  g_ptr_array_set_size (pages->pages, 0);
  begin_page (&breaker);
  for (unsigned int nth = 0; nth < layout->strips->len; nth = end)
    {
      double height;

      end = find_group_end (layout, nth, &height);
      if (!fits (&breaker, layout->strips->pdata[nth], height) && !is_only_a_head (breaker.page))
        begin_page_with (&breaker, nth);
      for (unsigned int i = nth; i < end; i++)
        {
          const HearthStrip *strip = layout->strips->pdata[i];

          /* What should stay together and is too much for any page. */
          if (!fits (&breaker, strip, strip->height) && !is_only_a_head (breaker.page))
            begin_page_with (&breaker, i);
          place (&breaker, strip, false);
        }
    }
}

/* The scales to try, the first that makes one page of the document is taken; ends with the one for more pages. */
static const double *
get_scales (HearthFit fit)
{
  static const double usual[] = { 1, 0 };
  static const double one_page[] = { 1, 0.95, 0.9, 0.86, 0.82, 0.78, 0.88, 0 };
  static const double large[] = { 1.6, 1.5, 1.4, 1.3, 1.22, 1.15, 1.08, 1.02, 0.96, 0.9, 0.84, 1, 0 };

  return fit == HEARTH_FIT_ONE_PAGE ? one_page : fit == HEARTH_FIT_LARGE ? large : usual;
}

static void
lay_out (HearthPages *self)
{
  for (const double *scale = get_scales (self->document->fit);
       *scale > 0 && (!self->layout || self->pages->len > 1); scale++)
    {
      g_clear_pointer (&self->layout, hearth_layout_free);
      self->layout = hearth_layout_new (self->document, *scale);
      break_pages (self);
    }
}

/* --- Words at the head and foot --- */

/* @text that runs from left to right wherever it stands: numbers, hashes. */
static char *
isolate (const char *text)
{
  return g_strdup_printf ("\342\201\246%s\342\201\251", text);
}

static char *
format_seal (HearthPages *pages)
{
  g_autofree char *hash = g_strndup (pages->hash, PRINTED_HASH);
  g_autofree char *document = isolate (hash);
  g_autofree char *anchor = isolate (pages->document->anchor);

  if (*pages->document->anchor == '\0')
    /* Translators: at the foot of a report; %s is a hash of what it says */
    return g_strdup_printf (_ ("Document %s"), document);
  /* Translators: at the foot of a report: where the audit chain stood, and a hash of what the report says */
  return g_strdup_printf (_ ("Audit %s, document %s"), anchor, document);
}

static char *
format_page_number (HearthPages *pages, unsigned int nth)
{
  g_autofree char *page = g_strdup_printf ("%u", nth + 1);
  g_autofree char *all = g_strdup_printf ("%u", pages->pages->len);
  g_autofree char *page_words = hearth_number_format (page);
  g_autofree char *all_words = hearth_number_format (all);

  /* Translators: at the foot of a page: "Page 2 of 5" */
  return g_strdup_printf (_ ("Page %s of %s"), page_words, all_words);
}

void
hearth_pages_get_running (HearthPages *pages, unsigned int nth, HearthRunning *running)
{
  const HearthDocument *document = pages->document;
  g_autoptr (HearthLanguageScope) scope = hearth_language_scope_new (document->language);

  running->head_start = *document->house
                          ? g_strdup_printf ("%s · %s", document->organisation, document->house)
                          : g_strdup (document->organisation);
  /* The first page has title and subject in full: it shows the day instead. */
  if (nth == 0)
    running->head_end = hearth_date_format (document->date);
  else if (*document->subtitle)
    running->head_end = g_strdup_printf ("%s · %s", document->title, document->subtitle);
  else
    running->head_end = g_strdup (document->title);
  running->foot_start = g_strdup (document->classification);
  running->foot_end = format_page_number (pages, nth);
  running->seal = format_seal (pages);
}

void
hearth_running_clear (HearthRunning *running)
{
  g_clear_pointer (&running->head_start, g_free);
  g_clear_pointer (&running->head_end, g_free);
  g_clear_pointer (&running->foot_start, g_free);
  g_clear_pointer (&running->foot_end, g_free);
  g_clear_pointer (&running->seal, g_free);
}

/* --- The object --- */

static void
hearth_pages_finalize (GObject *object)
{
  HearthPages *self = HEARTH_PAGES (object);

  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_clear_pointer (&self->layout, hearth_layout_free);
  g_clear_pointer (&self->document, hearth_document_unref);
  g_clear_pointer (&self->hash, g_free);
  G_OBJECT_CLASS (hearth_pages_parent_class)->finalize (object);
}

static void
hearth_pages_class_init (HearthPagesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hearth_pages_finalize;
}

static void
hearth_pages_init (HearthPages *self)
{
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) page_free);
}

HearthPages *
hearth_pages_new (HearthDocument *document)
{
  HearthPages *self;
  g_autoptr (HearthLanguageScope) scope = NULL;

  g_return_val_if_fail (document != NULL, NULL);

  scope = hearth_language_scope_new (document->language);
  self = g_object_new (HEARTH_TYPE_PAGES, NULL);
  self->document = hearth_document_ref (document);
  self->hash = hearth_document_dup_hash (document);
  lay_out (self);
  return self;
}

HearthDocument *
hearth_pages_get_document (HearthPages *pages)
{
  g_return_val_if_fail (HEARTH_IS_PAGES (pages), NULL);
  return pages->document;
}

unsigned int
hearth_pages_get_n_pages (HearthPages *pages)
{
  g_return_val_if_fail (HEARTH_IS_PAGES (pages), 0);
  return pages->pages->len;
}

void
hearth_pages_get_size (HearthPages *pages, double *width, double *height)
{
  g_return_if_fail (HEARTH_IS_PAGES (pages));
  *width = pages->layout->page_width;
  *height = pages->layout->page_height;
}

const char *
hearth_pages_get_hash (HearthPages *pages)
{
  g_return_val_if_fail (HEARTH_IS_PAGES (pages), NULL);
  return pages->hash;
}

const HearthLayout *
hearth_pages_get_layout (HearthPages *pages)
{
  return pages->layout;
}

const HearthPage *
hearth_pages_get_page (HearthPages *pages, unsigned int nth)
{
  g_return_val_if_fail (nth < pages->pages->len, NULL);
  return pages->pages->pdata[nth];
}

void
hearth_pages_paint (HearthPages *pages, unsigned int nth, cairo_t *cr)
{
  g_return_if_fail (HEARTH_IS_PAGES (pages));
  g_return_if_fail (nth < pages->pages->len && cr != NULL);

  hearth_pages_paint_tagged (pages, nth, cr, NULL);
}
