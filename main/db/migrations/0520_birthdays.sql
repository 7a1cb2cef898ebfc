-- Few records have a birthday: they are found without reading the rest.
CREATE INDEX parties_by_birthday ON parties (born_on) WHERE born_on IS NOT NULL;
CREATE INDEX contacts_by_birthday ON contacts (born_on) WHERE born_on IS NOT NULL;
