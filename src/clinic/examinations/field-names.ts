/** Names of the form's fields. A form's names are split at their points, so a question's own point becomes a dash. */
export const answerField = (item: string): string => `answers.${item.replace('.', '-')}`;
export const itemOf = (field: string): string => field.replace('-', '.');
export const figureField = (figure: string): string => `figures.${figure}`;
export const readingField = (component: string): string => `readings.${component}`;
