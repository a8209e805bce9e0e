/*
 * draft_form.c - the fields of a form as a draft, and typed again.
 */
#include <string.h>

#include "base/text.h"
#include "tui/dialog.h"
#include "tui/draft.h"

bool
draft_from_form(
    const struct form *form, draft_label *label, const void *user, struct draft *ret)
{
	for (guint i = 0; i < form->items->len; i++) {
		const struct form_item *item = g_ptr_array_index(form->items, i);
		g_autofree char *name = NULL;

		if (item->kind == FORM_ROW || !form_item_changed(item))
			continue;
		name = label(user, item->id);
		draft_add(ret, item->id, name, item->before, form_text(item));
	}
	return ret->fields->len > 0;
}

/* Those that another has changed since are not typed over. */
static guint
into_form(const struct draft *draft, struct form *form, struct draft *ret_left)
{
	for (guint i = 0; i < draft->fields->len; i++) {
		const struct draft_field *field =
		    &g_array_index(draft->fields, struct draft_field, i);
		struct form_item *item = form_find(form, field->id);

		/* saved after all */
		if (item != NULL && strcmp(form_text(item), field->text) == 0)
			continue;
		if (item == NULL || item->kind == FORM_ROW ||
		    strcmp(item->before, field->before) != 0) {
			draft_add(ret_left, field->id, field->label, field->before,
			    field->text);
			continue;
		}
		field_set(&item->field, field->text);
		form_focus(form, field->id);
		item->field.fresh = false;
	}
	return ret_left->fields->len;
}

void
draft_show(struct app *app, const struct draft *draft, const char *why)
{
	GPtrArray *lines = g_ptr_array_new_with_free_func(g_free);

	g_ptr_array_add(lines, g_strconcat("#", why, NULL));
	for (guint i = 0; i < draft->fields->len; i++) {
		const struct draft_field *field =
		    &g_array_index(draft->fields, struct draft_field, i);
		g_autofree char *safe = text_display_lines(field->text);
		g_auto(GStrv) parts = g_strsplit(safe, "\n", -1);

		g_ptr_array_add(lines, text_display(field->label));
		for (int j = 0; parts[j] != NULL; j++)
			g_ptr_array_add(lines, g_strconcat("  ", parts[j], NULL));
	}
	dialog_read(app, draft->title, lines);
}

void
draft_restore(struct app *app, const struct draft *draft, struct form *form)
{
	struct draft left;

	draft_init(&left);
	if (into_form(draft, form, &left) > 0) {
		draft_name(&left, NULL, NULL, draft->title);
		draft_show(app, &left,
		    "Någon annan har ändrat de här fälten sedan dess. Ditt står här:");
	}
	draft_clear(&left);
}
