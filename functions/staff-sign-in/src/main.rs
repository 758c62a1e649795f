#[tokio::main]
async fn main() -> Result<(), lambda_http::Error> {
    meent_http::run(staff_sign_in::router()).await
}
