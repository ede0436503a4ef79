/** Names of the form's fields. A form's names are split at their points, so the point before a question's number becomes a dash. */
export const answerField = (item: string): string => `answers.${item.replace(/\.(?=\d+$)/, '-')}`;
export const itemOf = (field: string): string => field.replace(/-(?=\d+$)/, '.');
export const figureField = (figure: string): string => `figures.${figure}`;
export const readingField = (component: string): string => `readings.${component}`;
