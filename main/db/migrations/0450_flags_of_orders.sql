-- Orders to one address or phone, and customers of one e-mail or phone: what the flags of an order look up.
CREATE INDEX sales_orders_by_address ON sales_orders (ship_to_postal_code, ship_to_street) WHERE ship_to_street <> '';
CREATE INDEX sales_orders_by_phone ON sales_orders (ship_to_phone) WHERE ship_to_phone <> '';
CREATE INDEX parties_by_email ON parties (email COLLATE NOCASE) WHERE email <> '';
CREATE INDEX parties_by_phone ON parties (phone) WHERE phone <> '';
