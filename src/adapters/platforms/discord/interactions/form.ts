// What a reader is asked for before a question is asked: Discord shows it as a modal.
import { ComponentType, InteractionResponseType, TextInputStyle } from "discord.js";
import type { Form } from "../../../../ports/command.ts";
import type { Locale } from "../../../../records/channel.ts";
import type { Responder } from "../responder.ts";

/** Shows the form; what is filled in comes as a modal's submission whose custom_id is the question. */
export async function showForm(form: Form, question: string, locale: Locale, responder: Responder): Promise<void> {
  await responder.respond({
    response: {
      type: InteractionResponseType.Modal,
      data: {
        custom_id: question,
        title: form.title[locale],
        components: form.lines.map(({ label, hint, fills, longest }) => ({
          type: ComponentType.Label,
          label: label[locale],
          component: {
            type: ComponentType.TextInput,
            custom_id: fills,
            style: TextInputStyle.Short,
            placeholder: hint[locale],
            max_length: longest,
            required: false,
          },
        })),
      },
    },
  });
}
